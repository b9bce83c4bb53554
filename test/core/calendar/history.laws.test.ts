import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Workspace } from '../../../src/core/workspace.ts'
import { readEvents, type ReadEvent } from '../../calendar/read-events.ts'
import { groupWith, publish, workspaceOf } from './publish.ts'
import { runs } from '../../thoroughness.ts'

const DAYS = ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31']

/** What a group may do to its files between two builds. */
const anyEdit = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    day: fc.constantFrom(...DAYS),
    to: fc.constantFrom(
      undefined,
      'cancelled',
      'cancelled, a feast',
      'moved to 16:00',
      'moved to 2026-12-12',
      'moved to 16:00, a clash',
    ),
  }),
  fc.record({
    kind: fc.constant('title' as const),
    to: fc.constantFrom('Core', 'Core; renamed', 'Core, again'),
  }),
  fc.record({
    kind: fc.constant('until' as const),
    to: fc.constantFrom(undefined, '2026-12-05', '2026-12-20'),
  }),
  fc.record({ kind: fc.constant('minutes' as const), to: fc.constantFrom(...DAYS) }),
  fc.record({ kind: fc.constant('nothing' as const) }),
)

interface State {
  readonly changes: ReadonlyMap<string, string>
  readonly title: string
  readonly until?: string | undefined
  readonly minutes: readonly string[]
}

type Edit = typeof anyEdit extends fc.Arbitrary<infer One> ? One : never

function apply(state: State, edit: Edit): State {
  if (edit.kind === 'title') return { ...state, title: edit.to }
  if (edit.kind === 'until') return { ...state, until: edit.to }
  if (edit.kind === 'minutes') return { ...state, minutes: [...state.minutes, `meetings/core/${edit.to}.md`] }
  if (edit.kind === 'nothing') return state
  const changes = new Map(state.changes)
  if (edit.to === undefined) changes.delete(edit.day)
  else changes.set(edit.day, edit.to)
  return { ...state, changes }
}

function workspaceIn({ changes, title, until }: State): Workspace {
  const lines = [...changes].map(([day, change]) => `  ${day}: ${change}\n`)
  const text = `title: ${title}\nstarts: 2026-11-05 15:00\nzone: Europe/Vienna\nrepeats: every week\n`
  const end = until === undefined ? '' : `until: ${until}\n`
  return workspaceOf(
    groupWith(
      { core: `${text}${end}${lines.length > 0 ? `changes:\n${lines.join('')}` : ''}` },
      'name: Example Group\nrepository: example/wg\n',
    ),
  )
}

/** What a client sees of an event: all but its place in history. */
function seen({ sequence, stamp, lastModified, ...shown }: ReadEvent): string {
  expect(lastModified).toBe(stamp)
  expect(sequence).toBeGreaterThanOrEqual(0)
  return JSON.stringify(shown)
}

test('a number never falls, and nothing but what changed gets a new one', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ edits: fc.array(anyEdit, { maxLength: 3 }), days: fc.integer({ min: 0, max: 20 }) }),
        { minLength: 1, maxLength: 8 },
      ),
      (builds) => {
        let state: State = { changes: new Map(), title: 'Core', minutes: [] }
        let now = new Date('2026-11-10T10:00:00Z')
        let previous: string | undefined
        const highest = new Map<string, number>()
        const latest = new Map<string, string>()
        for (const { edits, days } of builds) {
          state = edits.reduce(apply, state)
          now = new Date(now.getTime() + days * 86_400_000)
          const feeds = publish(workspaceIn(state), { now, previous, minutes: state.minutes })
          const before = new Map(readEvents(previous ?? '').map((event) => [event.uid, event]))
          previous = feeds.get('all.ics') ?? ''
          for (const event of readEvents(previous)) {
            const old = before.get(event.uid)
            expect(event.sequence).toBeGreaterThanOrEqual(highest.get(event.uid) ?? 0)
            expect(event.stamp >= (latest.get(event.uid) ?? '')).toBe(true)
            highest.set(event.uid, event.sequence)
            latest.set(event.uid, event.stamp)
            if (!old) continue
            if (seen(old) === seen(event))
              expect([event.sequence, event.stamp]).toEqual([old.sequence, old.stamp])
            else {
              expect(event.sequence).toBeGreaterThan(old.sequence)
              expect(event.stamp).toBe(now.toISOString().replace('.000Z', 'Z'))
            }
          }
          expect(
            publish(workspaceIn(state), {
              now: new Date(now.getTime() + 1000),
              previous,
              minutes: state.minutes,
            }).get('all.ics'),
          ).toBe(previous)
        }
      },
    ),
    { numRuns: runs(40), endOnFailure: true },
  )
})

test('the feeds of teams and series say of an event what the feed of all says', () => {
  const state = { changes: new Map([['2026-12-03', 'cancelled']]), title: 'Core', minutes: [] }
  const first = publish(workspaceIn({ ...state, changes: new Map() }), {
    now: new Date('2026-11-10T10:00:00Z'),
  })
  const feeds = publish(workspaceIn(state), {
    now: new Date('2026-11-11T10:00:00Z'),
    previous: first.get('all.ics'),
  })
  const all = readEvents(feeds.get('all.ics') ?? '')
  expect(all.filter(({ sequence }) => sequence > 0).map(({ uid }) => uid)).toEqual([
    'core/2026-12-03@example-group',
  ])
  expect(readEvents(feeds.get('teams/core.ics') ?? '')).toEqual(all)
  expect(readEvents(feeds.get('series/core.ics') ?? '')).toEqual(all)
})
