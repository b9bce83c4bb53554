import type { Problem } from '../problem.ts'

/** What GitHub let be seen of something: the thing itself, or how it refused, or why no answer came. */
export type Seen<Value> =
  | { readonly kind: 'seen'; readonly value: Value }
  | Refused
  | { readonly kind: 'unreachable'; readonly problem: Problem }

/** GitHub answered, and showed nothing. */
export interface Refused {
  readonly kind: 'refused'
  /** 401, 403, 404 … */
  readonly status: number
  /** In GitHub's words, which are foreign text. */
  readonly message: string
  /** The permissions of which one would do, `issues=read`, from the header `x-accepted-github-permissions`. */
  readonly accepted?: string
}
