import type { Fault } from '../text/fault.ts'
import type { Line } from '../text/line.ts'
import type { Workspace } from '../workspace.ts'

/** What a page of the workspace is made from. */
export interface PageMatter {
  readonly workspace: Workspace
  readonly now: Date
  /** The page, a path from the root of the workspace; links in it begin there. */
  readonly file: string
}

/** The attributes that somebody has written into a mark, each known and of the right kind. */
export type MarkAttributes = Readonly<Record<string, string>>

/** A mark that pages may hold. */
export interface PageMark {
  readonly name: string
  /** The attributes that it may have, with the values that are allowed; undefined where any word is. */
  readonly attributes: Readonly<Record<string, readonly string[] | undefined>>
  /** Whether it speaks of every team, so that nothing can be said while the charter of one cannot be read. */
  readonly needsCharters?: true
  /** What stands between the marks, or what is wrong with the attributes. */
  readonly lines: (attributes: MarkAttributes, matter: PageMatter) => readonly Line[] | AttributeFault
}

/** What is wrong with an attribute of a mark. */
export type AttributeFault = Pick<Fault, 'message' | 'hint'>
