import type { Fault } from './fault.ts'
import { findLineStarts } from './spot.ts'

/** A part of a text, and the line on which it begins, from 1. */
export interface TextPart {
  readonly text: string
  readonly startLine: number
}

export interface SplitText {
  /** What stands between the two lines of `---`; undefined when the text has no front matter. */
  readonly yaml?: TextPart
  /** What follows, without a byte order mark. */
  readonly body: TextPart
  readonly faults: readonly Fault[]
}

const FENCE = /^---[ \t]*(?:\r\n|\n|\r|$)/

/** Splits a Markdown text into its front matter, which begins with `---` as the very first line, and the rest. Never throws. */
export function splitFrontMatter(source: string): SplitText {
  const text = source.replace(/^\uFEFF/, '')
  const whole = { text, startLine: 1 }
  if (!FENCE.test(text)) return { body: whole, faults: [] }
  const starts = findLineStarts(text)
  const closing = findFence(text, starts, 1)
  if (closing === undefined) return { body: whole, faults: [UNCLOSED] }
  const bodyStart = starts[closing + 1] ?? text.length
  const yaml = { text: text.slice(starts[1], starts[closing]), startLine: 2 }
  const body = { text: text.slice(bodyStart), startLine: closing + 2 }
  return { yaml, body, faults: findSecond(body) }
}

const UNCLOSED: Fault = {
  rule: 'front-matter-unclosed',
  message:
    'The front matter begins here with `---` but never ends, so the whole text would be read as settings.',
  hint: 'Write `---` on a line of its own after the last setting; if the text has no front matter, write the rule as `***`.',
  line: 1,
  column: 1,
}

function findFence(text: string, starts: readonly number[], from: number): number | undefined {
  const found = starts.findIndex(
    (start, index) => index >= from && FENCE.test(text.slice(start, starts[index + 1])),
  )
  return found === -1 ? undefined : found
}

/** A second block of settings right after the first. A rule above prose looks alike, so the first line has to be a setting. */
function findSecond({ text, startLine }: TextPart): readonly Fault[] {
  const starts = findLineStarts(text)
  const first = starts.findIndex((start, index) => text.slice(start, starts[index + 1]).trim() !== '')
  if (first === -1 || !FENCE.test(text.slice(starts[first], starts[first + 1]))) return []
  const setting = /^[\w-]+:(?:\s|$)/.test(text.slice(starts[first + 1]))
  if (!setting || findFence(text, starts, first + 1) === undefined) return []
  const message = 'A second front matter begins here; only the first one is read.'
  return [
    {
      rule: 'front-matter-twice',
      message,
      hint: 'Move its settings into the first, and remove it.',
      line: startLine + first,
      column: 1,
    },
  ]
}
