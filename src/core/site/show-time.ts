import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isoInstant, printDay, printInstant } from '../time/print-time.ts'
import type { Day } from '../time/day.ts'
import { localTimeIn, UTC, type ZoneId } from '../time/zone.ts'

/** An instant in UTC, which the script of the site changes to the reader's own zone. */
export function showInstant(at: Date): Element {
  return h('time', { dateTime: isoInstant(at), dataInstant: true }, `${printInstant(at, UTC)} UTC`)
}

/** An instant in UTC and, where it is another one, on the wall clock of the meeting's own zone. */
export function showMoment(at: Date, zone: ZoneId): readonly ElementContent[] {
  if (zone === UTC) return [showInstant(at)]
  const there = localTimeIn(zone, at)
  const day = there.day === localTimeIn(UTC, at).day ? '' : `${printDay(there.day)}, `
  return [showInstant(at), h('span', { className: 'there' }, ` (${day}${there.time} ${zone})`)]
}

/** A day, as it stands in the files. */
export function showDay(day: Day): Element {
  return h('time', { dateTime: day }, printDay(day))
}
