/** All that wg asks of the world. The core never sees these; commands are handed them, and only main.ts makes the real ones. */

import type { FactsQuestion, GitHubFacts } from './core/doctor/github-facts.ts'
import type { FileContent } from './core/file-content.ts'
import type { FoundPerson } from './core/github/person.ts'
import type { CommentedPullRequest, Head } from './core/github/commented-pull-request.ts'
import type { Answer, FoundIssue, Question } from './core/github/question.ts'
import type { GitHubChange } from './core/plan/change.ts'

/** The files below one root. Paths are relative to it, with `/`. */
export interface Files {
  readonly root: string
  readonly read: (path: string) => Promise<FileContent>
  /** The files below a folder, all levels, sorted; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Writes a file whole or not at all, making its folders. Refuses when the path leaves the root. */
  readonly write: (path: string, text: string) => Promise<void>
  /** Removes a file, and the folders that are empty then; nothing when there is none. Refuses when the path leaves the root. */
  readonly remove: (path: string) => Promise<void>
}

/** Looks out for changes below a folder until it is told to stop. */
export interface Watch {
  readonly stop: () => void
}

/**
 * What can be made again at any time, kept from one run to the next. It never fails: what cannot be kept, or was lost or
 * damaged, is made again.
 */
export interface Cache {
  /** Tells this build of the program from others, whose shelves it must not use. */
  readonly stamp: string
  /** A digest of a text, long enough that two texts never share it. */
  readonly digest: (text: string) => string
  readonly load: (shelf: string) => Promise<string | undefined>
  readonly store: (shelf: string, text: string) => Promise<void>
}

/** Where a person reads: the streams, and how they show. */
export interface Terminal {
  /** The result: what a pipe receives. */
  readonly print: (text: string) => void
  /** Everything else. */
  readonly say: (text: string) => void
  readonly interactive: boolean
  readonly color: boolean
  /** The zone of the person who reads, an IANA name. */
  readonly zone: string
}

/** A question that is answered in words. */
export interface TextQuestion {
  readonly message: string
  /** What Enter alone answers. */
  readonly initial: string
  /** What is wrong with an answer; undefined when nothing is. */
  readonly fault: (answer: string) => string | undefined
}

/** Questions to a person; undefined when the person gives up. */
export interface Prompter {
  readonly text: (question: TextQuestion) => Promise<string | undefined>
  readonly choose: (question: {
    readonly message: string
    readonly options: readonly string[]
  }) => Promise<string | undefined>
}

/** Asks GitHub. What cannot be read is a refusal, never an empty answer. */
export interface GitHubReader {
  readonly ask: (question: Question) => Promise<Answer>
  /** What the token can do and how the places stand in which it is to be used; what could not be had is said part by part. */
  readonly examine: (question: FactsQuestion) => Promise<GitHubFacts>
  /** The account with a number, which stays when the login changes; `missing` when there is none. */
  readonly account: (id: number) => Promise<FoundPerson | 'missing'>
  /** The open pull requests whose head is at this commit of this repository, with the comments on them. */
  readonly pullRequestsFrom: (head: Head) => Promise<readonly CommentedPullRequest[]>
}

/** What became of a change. */
export interface Written {
  /** Where it can be seen. */
  readonly url?: string
  /** The newest issues of the repository, as the same request saw them after an issue was opened. */
  readonly newest?: readonly FoundIssue[]
  readonly issue?: FoundIssue
  /** The id of the comment that was written, when it says again what wg's own comment before it says: two runs wrote at once. */
  readonly repeated?: string
  /** The id of the label that was made. */
  readonly labelId?: string
  /** What did not work out and is no failure. */
  readonly note?: string
}

/** Writes to GitHub, one change a request. */
export interface GitHubWriter {
  readonly write: (change: GitHubChange) => Promise<Written>
}

/** A write whose answer was lost: nobody knows whether it happened, until GitHub is asked again. */
export class LostAnswer extends Error {}

/** GitHub, as one token sees it. */
export interface GitHub {
  readonly reader: GitHubReader
  readonly writer: GitHubWriter
  /** Waits before asking again; longer at every attempt. */
  readonly pause: (attempt: number) => Promise<void>
}

/** What a local server shows: the text and media type of a path, undefined where there is nothing. */
export type Pages = (path: string) => Promise<{ readonly type: string; readonly text: string } | undefined>

/** A local server that has been started. */
export interface Served {
  /** `http://127.0.0.1:8017/` */
  readonly url: string
  /** Settles when the server has been ended. */
  readonly ended: Promise<void>
}
