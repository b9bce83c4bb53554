import { FeedFault, quoteForeign } from './feed-fault.ts'
import type { FeedLine } from './feed-lines.ts'

/** What stands between `BEGIN:` and `END:` in a feed. */
export interface FeedComponent {
  /** In capitals, `VEVENT`. */
  readonly name: string
  /** The line of its `BEGIN`. */
  readonly line: number
  readonly properties: readonly FeedLine[]
  readonly children: readonly FeedComponent[]
}

interface OpenComponent extends FeedComponent {
  readonly properties: FeedLine[]
  readonly children: OpenComponent[]
}

/** A calendar holds events, and an event holds alarms; nothing known goes deeper. */
const DEEPEST = 20

const ASK_FOR_WHOLE = 'Get the feed again; if it stays so, tell whoever keeps the calendar.'

/**
 * The components at the top of a feed, `VCALENDAR` for the most part. What stands outside of them is passed over. Throws a `FeedFault`
 * for a component that is not closed, as in a feed that was cut off, for one closed out of turn, and for nesting without end.
 */
export function readComponents(lines: readonly FeedLine[]): readonly FeedComponent[] {
  const top: OpenComponent[] = []
  const open: OpenComponent[] = []
  for (const line of lines) {
    const begins = nameAfter('BEGIN:', line.text)
    const ends = nameAfter('END:', line.text)
    if (begins !== undefined) {
      const component = { name: begins, line: line.number, properties: [], children: [] }
      if (open.length >= DEEPEST) throw tooDeep(line)
      ;(open.at(-1)?.children ?? top).push(component)
      open.push(component)
    } else if (ends !== undefined) {
      close(open, ends, line)
    } else {
      open.at(-1)?.properties.push(line)
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw cutOff(unclosed)
  return top
}

function close(open: OpenComponent[], name: string, line: FeedLine): void {
  const last = open.pop()
  if (last === undefined || last.name === name) return
  throw new FeedFault({
    rule: 'feed-broken',
    message: `The feed is broken: ${quoteForeign(`END:${name}`)} stands where \`${last.name}\` of line ${last.line} should end.`,
    hint: ASK_FOR_WHOLE,
    line: line.number,
  })
}

function nameAfter(keyword: string, text: string): string | undefined {
  if (text.slice(0, keyword.length).toUpperCase() !== keyword) return undefined
  return text
    .slice(keyword.length, keyword.length + 100)
    .trim()
    .toUpperCase()
}

function tooDeep(line: FeedLine): FeedFault {
  return new FeedFault({
    rule: 'feed-broken',
    message: `The feed is broken: components lie more than ${DEEPEST} deep in each other.`,
    hint: ASK_FOR_WHOLE,
    line: line.number,
  })
}

function cutOff({ name, line }: FeedComponent): FeedFault {
  return new FeedFault({
    rule: 'feed-broken',
    message: `The feed ends in the middle: ${quoteForeign(name)} has a \`BEGIN\` but no \`END\`.`,
    hint: ASK_FOR_WHOLE,
    line,
  })
}
