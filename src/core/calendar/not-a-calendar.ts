import type { FeedComponent } from './feed-component.ts'
import { type FaultParts, quoteForeign } from './feed-fault.ts'
import { nearestSummaries } from './feed-series.ts'

const MOST_CHARACTERS = 32_000_000

const LOOK_AT_ADDRESS =
  'Look at the address: it should be that of the public feed itself, which often ends in `.ics`, and not of a page about it.'

/** What a text is that cannot be a calendar: nothing, a page, or too much; undefined for what may be one. */
export function notACalendar(text: string): FaultParts | undefined {
  if (text.length > MOST_CHARACTERS) {
    return about(
      'feed-too-large',
      `The feed has more than ${MOST_CHARACTERS / 1_000_000} million characters.`,
    )
  }
  const begins = text
    .slice(0, 10_000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (begins === '' && text.trim() === '')
    return about('feed-empty', 'The feed is empty, not even a calendar without events.')
  if (begins.startsWith('<')) {
    return about(
      'feed-not-calendar',
      'A page of HTML or XML came instead of a calendar, perhaps one that asks to sign in.',
    )
  }
  return undefined
}

/** A text without `BEGIN:VCALENDAR`. */
export function noCalendar(): FaultParts {
  return about('feed-not-calendar', 'What came is no calendar: it has no line `BEGIN:VCALENDAR`.')
}

/** A calendar without the event that was looked for. */
export function nothingMatches(match: string, events: readonly FeedComponent[]): FaultParts {
  const nearest = nearestSummaries(events, match)
  return {
    rule: 'feed-no-match',
    message: `${noneOf(events.length)} ${quoteForeign(match)} in its summary or its description.`,
    hint:
      nearest.length === 0
        ? LOOK_AT_ADDRESS
        : `Change \`match\`, or the name of the event. The nearest are: ${nearest.join(', ')}.`,
    line: 1,
  }
}

function noneOf(count: number): string {
  if (count === 0) return 'The feed is a calendar without events, so none has'
  return count === 1
    ? 'The only event in the feed does not have'
    : `None of the ${count} events in the feed has`
}

function about(rule: string, message: string): FaultParts {
  return { rule, message, hint: LOOK_AT_ADDRESS, line: 1 }
}
