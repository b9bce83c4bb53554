import type { Problem } from '../problem.ts'

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

/** Foreign text for a message: one line in backticks, without controls, of at most 80 characters. */
export function quoteForeign(text: string): string {
  const line = text
    .slice(0, 400)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = Array.from(line)
  return `\`${characters.length <= 80 ? line : `${characters.slice(0, 79).join('')}…`}\``
}
