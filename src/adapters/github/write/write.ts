import type { GitHubChange } from '../../../core/plan/change.ts'
import type { Written } from '../../../ports.ts'
import type { Permission } from '../describe-errors.ts'
import type { Document } from '../documents.ts'
import type { GraphqlError } from '../graphql-error.ts'

/** The ids of the labels with some names. */
export type LabelIds = (names: readonly string[]) => readonly string[]

/** How one kind of change is written to GitHub. */
export interface Write<Change extends GitHubChange> {
  /** Completes "The token may not …". */
  readonly doing: (change: Change) => string
  /** The permission that it takes. */
  readonly permission: Permission
  /** Undefined when nothing is left to do: a label to take off that is gone. */
  readonly document: (change: Change, idsOf: LabelIds) => Document | undefined
  /** What came of it; throws `LostAnswer` when the answer does not say. */
  readonly read: (data: Readonly<Record<string, unknown>>, change: Change) => Written
  /** Whether a refusal means that somebody else did the same a moment before, so that it is time to look again. */
  readonly isRace?: (error: GraphqlError) => boolean
  /** What to say of a refusal that is no failure; undefined when it is one. */
  readonly minorNote?: (error: GraphqlError, change: Change) => string | undefined
}
