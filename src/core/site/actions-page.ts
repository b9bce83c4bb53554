import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { groupBy } from '../group-by.ts'
import type { TrackedAction } from '../record/track-actions.ts'
import { plainLine } from '../text/plain-line.ts'
import { dataTable } from './data-table.ts'
import { ownerNames } from './owner-names.ts'
import { showDay } from './show-time.ts'
import type { LinkFrom, Site, SitePage } from './site.ts'
import { linkFrom, PART_PAGES } from './site-paths.ts'

const LONGEST = 1000
const NOBODY = 'Nobody named'

/** What somebody has promised. */
interface Owned {
  readonly name: string
  readonly actions: readonly TrackedAction[]
}

/** What people have promised and not done yet, by those who promised it. */
export function actionsPage(site: Site): SitePage {
  const open = site.actions.filter(({ done }) => !done)
  const owned = open.flatMap((action) => {
    const names = ownerNames(action.owners, site)
    return (names.length === 0 ? [NOBODY] : names).map((name) => ({ name, action }))
  })
  const byOwner = groupBy(owned, ({ name }) => name)
  const owners = [...byOwner.keys()]
    .filter((name) => name !== NOBODY)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  const sections = [...owners, ...(byOwner.has(NOBODY) ? [NOBODY] : [])].flatMap((name) =>
    section({ name, actions: (byOwner.get(name) ?? []).map(({ action }) => action) }, site),
  )
  return {
    path: PART_PAGES.actions,
    part: 'actions',
    title: 'Open actions',
    description: `What people of ${site.workspace.group.name} have promised and not done yet.`,
    content:
      sections.length === 0
        ? [h('p', 'Nothing is open.')]
        : [
            h('p', 'From all minutes; an action leaves this list once minutes say that it is done.'),
            ...sections,
          ],
  }
}

function section({ name, actions }: Owned, site: Site): readonly ElementContent[] {
  const link = linkFrom(PART_PAGES.actions)
  return [
    h('h2', name),
    dataTable({
      label: `Actions: ${name}`,
      heading: ['Action', 'Since', 'Team', 'Said in'],
      rows: actions.map((action) => row(action, link, site)),
    }),
  ]
}

function row(action: TrackedAction, link: LinkFrom, site: Site): readonly (string | Element)[] {
  const { text, since, series, mentions } = action
  const last = mentions.at(-1) ?? mentions[0]
  const entry = site.entryOf.get(last.key)
  const team = site.teams.find(({ id }) => id === series.team)?.name ?? series.team
  return [
    plainLine(text, LONGEST),
    showDay(since),
    plainLine(team),
    entry === undefined ? showDay(last.date) : h('a', { href: link(entry.path) }, showDay(last.date)),
  ]
}
