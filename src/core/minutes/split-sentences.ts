import { readActionMarker } from './action-markers.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { SourceLine } from './source-lines.ts'

/** A sentence of the notes in plain words, with who says it where the notes tell. */
export interface Sentence extends SourceLine {
  /** `Ada` of `Ada: …`. */
  readonly speaker: string | null
  /** `Ada` of `Ada, …`, who speaks if the file knows an Ada. */
  readonly addressed?: string
}

const SHORT_LINE = 65
const ENDS = /[.!?;]["”’)]?(?=\s+["“'(@\p{Lu}\p{N}[])/gu
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|approx|inc|mr|ms|dr|st|no|cf|resp)|\b\p{Lu}|\bv?\d+)$/iu
const SPEAKER =
  /^(@?[\p{Lu}@][\p{L}\p{M}\p{N}'’.-]{0,24}(?: [\p{Lu}][\p{L}\p{M}'’.-]{0,20}){0,2}) ?: +(?=\S)/u
const NICK = /^(@?[a-z][a-z0-9_-]{1,20}) ?: +(?=\S)/
const NOT_A_SPEAKER =
  /^(?:https?|actions?(?: items?)?|ais?|todos?|tasks?|next(?: steps?| actions?)?|resolution|resolved|decisions?|conclusions?|consensus|outcomes?|verdict|agreed|agreement|note|notes|nb|update|updates|status|summary|tl;?dr|q|a|question|answer|pr|prs|issue|issues|link|links|see|see also|related|ref|refs|example|eg|background|context|topic|proposal|option \w+|edit|fyi|ps|also|other|reminder|announcement|announcements|tsc summary|tsc question|agenda item|report|pros?|cons?|first|second|third|step \w+|idea|ideas|goal|goals|risk|risks|problem|solution|result|results|vote|votes|voting|discussion|security|release|important|warning|date|when|where|time|recording|minutes|attendees|present|regrets|followup|follow-up|follow up)$/i

const MARKED = /^(?:actions?|ais?|todos?|tasks?)\b/i

/** Splits a block into sentences. Lines that are not wrapped, and lines that begin with a speaker, stand for themselves. */
export function splitSentences(block: Block): readonly Sentence[] {
  const known = SPLIT.get(block)
  if (known !== undefined) return known
  const units: SourceLine[][] = []
  block.lines.forEach(({ text, line }, index) => {
    const plain = plainText(text)
    const before = units.at(-1)
    const starts = index === 0 || before === undefined || startsAnew(plain, before.at(-1)?.text ?? '')
    if (starts) units.push([{ text: plain, line }])
    else before.push({ text: plain, line })
  })
  const sentences = units.flatMap(sentencesOf)
  SPLIT.set(block, sentences)
  return sentences
}

/** Several readers ask for the sentences of the same block. */
const SPLIT = new WeakMap<Block, readonly Sentence[]>()

function startsAnew(line: string, before: string): boolean {
  if ((line.includes(':') && speakerOf(line) !== null) || readActionMarker(line) !== undefined) return true
  return /^["“(]?[@\p{Lu}]/u.test(line) && (before.length < SHORT_LINE || /[.!?:]["”)]?$/.test(before))
}

/** `Ada` of `Ada: …`; null where the words before the colon are not a person. */
export function speakerOf(text: string): string | null {
  const name = (SPEAKER.exec(text) ?? NICK.exec(text))?.[1] ?? null
  return name === null || NOT_A_SPEAKER.test(name) || MARKED.test(name) ? null : name
}

const ADDRESSED = /^([\p{Lu}][\p{L}\p{M}'’-]{1,24}(?: [\p{Lu}][\p{L}'’]*\.?)?) ?(?:,| -+>?| –| =>) +(?=\S)/u

function sentencesOf(lines: readonly SourceLine[]): Sentence[] {
  const whole = lines.map((one) => one.text).join(' ')
  const speaker = speakerOf(whole)
  const addressed = speaker === null ? ADDRESSED.exec(whole)?.[1] : undefined
  const start = speaker === null ? 0 : whole.indexOf(':') + 1
  const sentences: Sentence[] = []
  let from = start
  for (const end of [...endsOf(whole, start), whole.length]) {
    const text = whole.slice(from, end).trim()
    const line = lines.length === 1 ? (lines[0]?.line ?? 1) : lineAt(lines, whole.indexOf(text, from))
    if (text !== '')
      sentences.push({ text, line, speaker, ...(addressed === undefined ? {} : { addressed }) })
    from = end
  }
  return sentences
}

function endsOf(text: string, start: number): number[] {
  return [...text.matchAll(ENDS)]
    .filter(
      (match) =>
        match.index >= start &&
        !(
          match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index))
        ),
    )
    .map((match) => match.index + match[0].length)
}

function lineAt(lines: readonly SourceLine[], offset: number): number {
  let end = 0
  for (const { text, line } of lines) {
    end += text.length + 1
    if (offset < end) return line
  }
  return lines.at(-1)?.line ?? 1
}
