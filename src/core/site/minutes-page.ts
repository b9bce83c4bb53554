import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { plainLine } from '../text/plain-line.ts'
import { printDay } from '../time/print-time.ts'
import { keptHtml } from './kept-html.ts'
import { minutesFacts } from './minutes-facts.ts'
import type { RenderedMarkdown } from './render-markdown.ts'
import { showDay, showMoment } from './show-time.ts'
import type { LinkFrom, MinutesEntry, Site, SitePage } from './site.ts'
import { linkFrom, teamPage } from './site-paths.ts'

/** Minutes with their text rendered, and those before and after them in their series. */
export interface MinutesMatter {
  readonly entry: MinutesEntry
  readonly rendered: RenderedMarkdown
  readonly before: MinutesEntry | undefined
  readonly after: MinutesEntry | undefined
}

/** The page of the minutes of one meeting: what was written, and beside it who was there, what was decided, and who promised what. */
export function minutesPageOf(matter: MinutesMatter, site: Site): SitePage {
  const { entry, rendered } = matter
  const { record, path } = entry
  const link = linkFrom(path)
  const day = printDay(record.date)
  return {
    path,
    part: 'minutes',
    title: rendered.title ?? `${record.series.title}, ${day}`,
    description: `Minutes of ${record.series.title}, ${day}.`,
    content: [
      headLine(entry, site, link),
      h(
        'div',
        { className: 'beside' },
        h('article', { className: 'prose' }, keptHtml(rendered.html)),
        h('aside', { ariaLabel: 'In short' }, ...minutesFacts(entry, site)),
      ),
      ...neighbours(matter, link),
    ],
  }
}

function headLine({ record }: MinutesEntry, site: Site, link: LinkFrom): Element {
  const { series, meeting, date, file } = record
  const team = site.teams.find(({ id }) => id === series.team)?.name ?? series.team
  const when: readonly ElementContent[] = meeting
    ? showMoment(meeting.startsAt, meeting.session.zone)
    : [showDay(date)]
  const source =
    site.repository === undefined
      ? []
      : [
          ' · ',
          h(
            'a',
            {
              href: `https://github.com/${site.repository}/blob/HEAD/${file.split('/').map(encodeURIComponent).join('/')}`,
            },
            'The file',
          ),
        ]
  return h(
    'p',
    { className: 'when' },
    h('a', { href: link(teamPage(series.team)) }, plainLine(team)),
    ' · ',
    ...when,
    ...source,
  )
}

function neighbours({ before, after }: MinutesMatter, link: LinkFrom): readonly Element[] {
  const step = (entry: MinutesEntry | undefined, rel: 'prev' | 'next', words: string) =>
    entry === undefined
      ? []
      : [h('li', h('a', { href: link(entry.path), rel }, `${words}: ${printDay(entry.record.date)}`))]
  const steps = [...step(before, 'prev', 'Before'), ...step(after, 'next', 'After')]
  return steps.length === 0
    ? []
    : [h('nav', { ariaLabel: 'Meetings before and after' }, h('ul', { className: 'links' }, ...steps))]
}
