import type { Problem } from '../problem.ts'
import { plainLine } from '../text/plain-line.ts'

/** What is wrong at a line of a feed, and what to do about it. */
export interface FaultParts {
  readonly rule: string
  readonly message: string
  readonly hint: string
  /** Counted from 1, before unfolding. */
  readonly line: number
}

/** Thrown inside the reading of a feed where an event cannot be read any further; `readFeed` turns it into a problem. */
export class FeedFault extends Error {
  readonly parts: FaultParts

  constructor(parts: FaultParts) {
    super(parts.message)
    this.name = 'FeedFault'
    this.parts = parts
  }
}

/** The fault as a problem of the feed that `source` names. */
export function problemOfFault({ rule, message, hint, line }: FaultParts, source: string): Problem {
  return { rule, severity: 'error', message, hint, place: { file: source, line, column: 1 } }
}

/** So much of a foreign text is looked at; what is shown is shorter. */
const MOST_READ = 400
const LONGEST_QUOTE = 80

/** Foreign text for a message: one plain line (see `plainLine`) in backticks, of at most 80 characters. */
export function quoteForeign(text: string): string {
  return `\`${plainLine(text.slice(0, MOST_READ).replaceAll('`', ' '), LONGEST_QUOTE)}\``
}
