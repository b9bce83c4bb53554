import MiniSearch from 'minisearch'
import { groupBy } from '../group-by.ts'
import { plainLine } from '../text/plain-line.ts'
import { type Day, partsOf } from '../time/day.ts'
import { printDay } from '../time/print-time.ts'
import { renderCharter } from './render-texts.ts'
import type { MinutesEntry, Site } from './site.ts'
import { pageAddress, teamPage } from './site-paths.ts'
import { SEARCH_OPTIONS, SEARCH_PARTS, type SearchDocument } from './search-options.ts'

const LONGEST_EXCERPT = 180

type Found = Omit<SearchDocument, 'id'>

/**
 * The index that the search page reads: a part for the charters and one for each quarter of a year of minutes, so that one changed file
 * makes one small part anew. `wordsOf` gives the words of minutes.
 */
export function searchIndex(
  site: Site,
  wordsOf: (entry: MinutesEntry) => string,
): ReadonlyMap<string, string> {
  const quarters = groupBy(site.entries, ({ record }) => quarterOf(record.date))
  const parts = [
    ['charters', charters(site)] as const,
    ...[...quarters]
      .sort(([a], [b]) => (a > b ? -1 : 1))
      .map(([quarter, entries]) => {
        const found = entries.flatMap((entry) => [minutes(entry, wordsOf(entry)), ...decisions(entry)])
        return [`minutes-${quarter}`, found] as const
      }),
  ]
  return new Map([
    [`search/${SEARCH_PARTS}`, `${JSON.stringify(parts.map(([name]) => `${name}.json`))}\n`],
    ...parts.map(([name, found]) => [`search/${name}.json`, indexOf(found, site)] as const),
  ])
}

/** `2026-q2`. */
function quarterOf(day: Day): string {
  const { year, month } = partsOf(day)
  return `${String(year).padStart(4, '0')}-q${Math.ceil(month / 3)}`
}

function indexOf(found: readonly Found[], { memory }: Site): string {
  const documents = found.map((each, id): SearchDocument => ({ ...each, id }))
  const key = memory.keyOf('search', JSON.stringify(documents))
  const kept = memory.recall(key)
  if (kept !== undefined) return kept
  const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS)
  index.addAll(documents)
  const text = `${JSON.stringify(index)}\n`
  memory.keep(key, text)
  return text
}

function minutes({ record, path }: MinutesEntry, words: string): Found {
  const { series, date } = record
  return {
    kind: 'minutes',
    title: plainLine(`${series.title}, ${printDay(date)}`),
    date,
    url: pageAddress(path),
    excerpt: excerptOf(words),
    text: words,
  }
}

function decisions({ record, path }: MinutesEntry): readonly Found[] {
  const { series, date, minutes: said } = record
  return said.decisions.map(({ text }) => ({
    kind: 'decision',
    title: plainLine(`Decision: ${series.title}, ${printDay(date)}`),
    date,
    url: pageAddress(path),
    excerpt: excerptOf(text),
    text: plainLine(text, Infinity),
  }))
}

function charters(site: Site): readonly Found[] {
  return [...site.workspace.charters.values()].map((charter) => {
    const { team, name, mission = '' } = charter
    const words = renderCharter(team, site)?.words ?? ''
    return {
      kind: 'charter',
      title: plainLine(name),
      date: '',
      url: pageAddress(teamPage(team)),
      excerpt: excerptOf(mission === '' ? words : mission),
      text: `${plainLine(mission, Infinity)} ${words}`,
    }
  })
}

/** Cutting looks for the graphemes of the whole text, so it is given a piece that is surely long enough. */
function excerptOf(text: string): string {
  return plainLine(text.slice(0, 3 * LONGEST_EXCERPT), LONGEST_EXCERPT)
}
