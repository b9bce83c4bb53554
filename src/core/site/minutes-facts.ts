import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Attendee } from '../minutes/minutes-record.ts'
import { plainLine } from '../text/plain-line.ts'
import { ownerNames } from './owner-names.ts'
import type { MinutesEntry, Site } from './site.ts'

const LONGEST = 1000

/** Who was at a meeting, what it decided, and who promised what, as minutes say it and with the names of the roster. */
export function minutesFacts({ record }: MinutesEntry, site: Site): readonly ElementContent[] {
  const { minutes, key } = record
  const attendance = site.attendanceOf.get(key)
  return [
    ...section(
      'Present',
      (attendance?.present ?? []).map(({ name }) => plainLine(name)),
    ),
    ...section(
      'Guests',
      (attendance?.guests ?? []).map((guest) => guestName(guest, site)),
    ),
    ...section(
      'Missed',
      (attendance?.missed ?? []).map(({ name }) => plainLine(name)),
    ),
    ...section(
      'Decisions',
      minutes.decisions.map(({ text }) => plainLine(text, LONGEST)),
    ),
    ...section(
      'Actions',
      minutes.actions.map((action) => actionItem(action, record.file, site)),
    ),
  ]
}

function section(title: string, items: readonly (string | Element)[]): readonly ElementContent[] {
  return items.length === 0 ? [] : [h('h2', title), h('ul', ...items.map((item) => h('li', item)))]
}

function guestName(guest: Attendee, { known }: Site): string {
  const name = known.find(guest)?.name ?? guest.name ?? guest.github ?? ''
  return plainLine(name)
}

function actionItem(
  { text, done, owners, line }: MinutesEntry['record']['minutes']['actions'][number],
  file: string,
  site: Site,
): Element {
  const tracked = site.actionAt.get(`${file}:${line}`)
  const isDone = tracked?.done ?? done
  const names = ownerNames(tracked?.owners ?? owners, site)
  const sign = h(
    'span',
    { className: 'box', role: 'img', ariaLabel: isDone ? 'done' : 'open' },
    isDone ? '☑' : '☐',
  )
  const who = names.length === 0 ? [] : [h('span', { className: 'counts' }, ` ${names.join(', ')}`)]
  return h('span', sign, ` ${plainLine(text, LONGEST)}`, ...who)
}
