import type { Element } from 'hast'
import { h } from 'hastscript'
import { groupBy } from '../group-by.ts'
import { minutesList } from './minutes-list.ts'
import type { LinkFrom, MinutesEntry, Site, SitePage } from './site.ts'
import { linkFrom, PART_PAGES, yearPage } from './site-paths.ts'

/** The lists of all minutes: the newest year where minutes begin, and a page for each year. */
export function minutesIndexPages(site: Site): readonly SitePage[] {
  const years = groupBy(site.entries.toReversed(), ({ record }) => record.date.slice(0, 4))
  const [newest] = years.keys()
  const first = pageOf({ year: newest, path: PART_PAGES.minutes, years }, site)
  return [first, ...[...years.keys()].map((year) => pageOf({ year, path: yearPage(year), years }, site))]
}

interface YearMatter {
  /** Undefined while there are no minutes at all. */
  readonly year: string | undefined
  readonly path: string
  readonly years: ReadonlyMap<string, readonly MinutesEntry[]>
}

function pageOf({ year, path, years }: YearMatter, site: Site): SitePage {
  const link = linkFrom(path)
  const { group } = site.workspace
  const entries = year === undefined ? [] : (years.get(year) ?? [])
  return {
    path,
    part: 'minutes',
    title: year === undefined ? 'Minutes' : `Minutes of ${year}`,
    description: `The minutes of ${group.name}${year === undefined ? '' : ` of ${year}`}.`,
    content: [
      ...(entries.length === 0 ? [h('p', 'There are no minutes yet.')] : [minutesList(entries, link)]),
      ...(years.size < 2 ? [] : [yearNav([...years.keys()], year, link)]),
    ],
  }
}

function yearNav(years: readonly string[], shown: string | undefined, link: LinkFrom): Element {
  const item = (year: string) =>
    h('li', h('a', { href: link(yearPage(year)), ...(year === shown ? { ariaCurrent: 'true' } : {}) }, year))
  return h('nav', { ariaLabel: 'Years' }, h('ul', { className: 'links' }, ...years.map(item)))
}
