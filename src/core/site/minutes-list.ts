import type { Element } from 'hast'
import { h } from 'hastscript'
import { plainLine } from '../text/plain-line.ts'
import { showDay } from './show-time.ts'
import type { LinkFrom, MinutesEntry } from './site.ts'

/** Minutes as a list: the day, the title, and how much was decided and promised. */
export function minutesList(entries: readonly MinutesEntry[], link: LinkFrom): Element {
  return h('ul', { className: 'minutes' }, ...entries.map((entry) => item(entry, link)))
}

function item({ record, path }: MinutesEntry, link: LinkFrom): Element {
  const { minutes, series, date } = record
  const counts = [counted(minutes.decisions.length, 'decision'), counted(minutes.actions.length, 'action')]
  const said = counts.filter((each) => each !== '').join(', ')
  return h(
    'li',
    showDay(date),
    ' ',
    h('a', { href: link(path) }, plainLine(series.title), h('span', { className: 'sr-only' }, `, ${date}`)),
    ...(said === '' ? [] : [h('span', { className: 'counts' }, ` · ${said}`)]),
  )
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
}
