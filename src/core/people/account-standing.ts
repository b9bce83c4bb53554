import type { FoundPerson } from '../github/person.ts'
import type { Member } from './roster.ts'

/** What GitHub says of a login, and of a number when that was asked. */
export interface AccountAnswer {
  /** Who has the login. */
  readonly byLogin: FoundPerson | 'missing'
  /** Who has the number that the roster keeps; undefined where it need not be asked. */
  readonly byId?: FoundPerson | 'missing'
}

/** How the account of a member stands. */
export type AccountStanding =
  /** All is as the file says. */
  | { readonly kind: 'right' }
  /** It is there, and the file keeps no number of it. */
  | { readonly kind: 'unnumbered'; readonly id: number; readonly login: string }
  /** GitHub writes it in other letters. */
  | { readonly kind: 'spelled'; readonly login: string }
  /** The number has another login now. */
  | { readonly kind: 'renamed'; readonly login: string }
  /** Somebody else has the login, and nobody has the number. */
  | { readonly kind: 'taken'; readonly id: number }
  /** Nobody has the login, nor the number where there is one. */
  | { readonly kind: 'gone' }

/** Whether the number has to be asked for before it can be said how an account stands. */
export function needsNumber({ id }: Pick<Member, 'id'>, byLogin: FoundPerson | 'missing'): boolean {
  return id !== undefined && (byLogin === 'missing' || byLogin.id !== id)
}

/**
 * How the account of a member stands. The number is what identifies an account: a login can be given up and taken by
 * somebody else (GitHub docs: "Changing your username").
 */
export function accountStanding(
  { login, id }: Pick<Member, 'login' | 'id'>,
  { byLogin, byId }: AccountAnswer,
): AccountStanding {
  if (id !== undefined && byId !== undefined && byId !== 'missing')
    return { kind: 'renamed', login: byId.login }
  if (byLogin === 'missing') return { kind: 'gone' }
  if (id !== undefined && byLogin.id !== id) return { kind: 'taken', id: byLogin.id }
  if (id === undefined) return { kind: 'unnumbered', id: byLogin.id, login: byLogin.login }
  return byLogin.login === login ? { kind: 'right' } : { kind: 'spelled', login: byLogin.login }
}
