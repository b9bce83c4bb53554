import type { Item } from '../github/world-state.ts'
import { makeWorld, type World } from '../github/world.ts'
import { onStage, type Stage, type StageOptions, TOKEN } from '../meeting-issue/stage.ts'
import { GROUP, groupTexts, HOME } from './stage.ts'

/** The moment of the run that has everything to do at once. */
export const THAT_DAY = '2026-12-09T21:00:00Z'

export const WORK = 'run'

/** A series that meets once. */
function once(title: string, starts: string, more = ''): string {
  return `title: ${title}\nteam: security-wg\nstarts: ${starts}\nzone: UTC\ngithub:\n  repository: ${HOME}\n  agenda: { label: wg-agenda, from: [repo:${HOME}] }\n${more}`
}

const FILES = {
  'meetings/refreshed.yml': once('Refreshed', '2026-12-14 15:00'),
  'meetings/cancelled.yml': once('Called off', '2026-12-14 18:00'),
  'meetings/held.yml': once('Held', '2026-12-09 10:00'),
  'meetings/late.yml': once(
    'Late',
    '2026-11-20 10:00',
    'minutes-due: 18 days after\nchores: { skeleton: false }\n',
  ),
  'meetings/written.yml': once('Written', '2026-12-01 10:00', 'chores: { skeleton: false }\n'),
}

/** What has changed since the run before. */
const SINCE = {
  'meetings/new.yml': once('New', '2026-12-10 15:00'),
  'meetings/other.yml': once('Other', '2026-12-11 15:00'),
  'meetings/cancelled.yml': once(
    'Called off',
    '2026-12-14 18:00',
    'changes: { 2026-12-14: "cancelled, nobody comes" }\n',
  ),
  'meetings/written/2026-12-01.md': '# Meeting 2026-12-01\n\nWe met, and chose a day.\n',
  'charters/security-wg.md':
    '---\nname: Security WG\nreports-to: tsc\nreview-by: 2026-12-30\nhistory: [{ date: 2026-01-01, state: chartered }]\n---\n',
  'members.yml':
    'members:\n  - login: ada-example\n    name: Ada Example\n    serves:\n      - { team: security-wg, role: chair, since: 2026-01-01, term-ends: 2026-12-31 }\n',
}

function textsOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const texts = Object.entries(groupTexts({ ...files, 'wg.yml': GROUP }))
  return Object.fromEntries(texts.filter(([path]) => path !== 'meetings/security-wg.yml'))
}

function newWorld(): World {
  const world = makeWorld({ now: THAT_DAY })
  world.user('ada-example')
  world.organization('example', { admins: ['ada-example'] })
  world.repository(HOME)
  world.label(HOME, 'wg-agenda')
  world.token(TOKEN, { login: 'ada-example' })
  return world
}

let before: Promise<readonly Pick<Item, 'number' | 'title' | 'body'>[]> | undefined

/** The issues that earlier runs have opened. */
function issuesBefore() {
  return onStage({ world: newWorld(), texts: textsOf(FILES) }, async (stage) => {
    for (const day of ['2026-11-18', '2026-11-28', '2026-12-08']) await stage.run(WORK, `${day}T09:00:00Z`)
    return stage.world.findRepository(HOME).items.map(({ number, title, body }) => ({ number, title, body }))
  })
}

/**
 * A group with two issues to open, one to fill again, a cancellation, minutes to prepare, a reminder, an issue to close, a term that
 * ends, a charter to review, and calendars to write.
 */
export async function everythingToDo(): Promise<StageOptions> {
  before ??= issuesBefore()
  const world = newWorld()
  world.label(HOME, 'meeting')
  for (const { number, title, body } of await before)
    world.issue(HOME, { number, title, body: withWord(body), labels: ['meeting'] })
  world.issue(HOME, { title: 'One more question', labels: ['wg-agenda'] })
  return { world, texts: textsOf({ ...FILES, ...SINCE }) }
}

const WORD = 'Brook: I bring the numbers.'

function withWord(body: string): string {
  return body.replace('## Agenda\n', `## Agenda\n\n${WORD}\n`)
}

/** All that a reader sees, without the numbers, which depend on the order of things, and without issues that are closed as copies; and the calendars. */
export function allSeen({ world, files }: Pick<Stage, 'world' | 'files'>): readonly unknown[] {
  const { items } = world.findRepository(HOME)
  const titles = new Map(items.map(({ number, title }) => [String(number), title]))
  const named = (text: string) =>
    text.replace(
      /(#|\/issues\/|\/pull\/)(\d+)/g,
      (_, sign: string, number: string) => `${sign}${titles.get(number) ?? number}`,
    )
  const calendars = [...files.texts].filter(([path]) => path.startsWith('public/')).sort()
  const seen = items
    .filter((item) => item.__typename !== 'Issue' || item.stateReason !== 'DUPLICATE')
    .map((item) => ({
      kind: item.__typename,
      title: item.title,
      body: named(item.body),
      state: item.state,
      reason: item.__typename === 'Issue' ? item.stateReason : null,
      labels: [...item.labels].map(({ name }) => name).sort(),
      comments: item.comments.map(({ body }) => named(body)),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return [...seen, ...calendars]
}
