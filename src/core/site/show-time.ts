import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { isoInstant, printDay, printInstant, weekdayName } from '../time/print-time.ts'
import type { Day } from '../time/day.ts'
import { localTimeIn, UTC, type ZoneId } from '../time/zone.ts'

/** An instant in UTC, which the script of the site changes to the reader's own zone. */
export function showInstant(at: Date): Element {
  return h('time', { dateTime: isoInstant(at), dataInstant: true }, `${printInstant(at, UTC)} UTC`)
}

/**
 * An instant in UTC and, where it is another one, on the wall clock of the meeting's own zone, with its weekday: the day there may be
 * another than the reader's.
 */
export function showMoment(at: Date, zone: ZoneId): readonly ElementContent[] {
  if (zone === UTC) return [showInstant(at)]
  const { weekday, time } = localTimeIn(zone, at)
  const day = weekdayName(weekday).slice(0, 3)
  return [
    showInstant(at),
    { type: 'text', value: ' ' },
    h('span', { className: 'there' }, `(${day} ${time} ${zone})`),
  ]
}

/** A day, as it stands in the files. */
export function showDay(day: Day): Element {
  return h('time', { dateTime: day }, printDay(day))
}
