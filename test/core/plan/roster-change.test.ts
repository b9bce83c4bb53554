import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Plan, WriteFile } from '../../../src/core/plan/change.ts'
import { planAddMember, planJoin, planRetire } from '../../../src/core/plan/roster-change.ts'
import { membersOf } from '../../../src/core/people/roster.ts'
import { Refusal } from '../../../src/core/problem.ts'
import { addDays, parseDay, type Day } from '../../../src/core/time/day.ts'
import { readWorkspace, type Workspace } from '../../../src/core/workspace.ts'
import { runs } from '../../thoroughness.ts'

const FIRST = parseDay('2026-01-01')!
const DAYS = 60
const now = new Date('2026-12-31T12:00:00Z')
const day = (offset: number): Day => addDays(FIRST, offset)

const charter = '---\nname: T\nhistory:\n  - { date: 2020-01-01, state: proposed }\n---\n\n# T\n'
const TEAMS = ['core', 'docs'] as const

const ROSTER = `# top
members: # everybody
  # the first
  - login: ada # a
    name: Ada # b
    serves:
      # c
      - { team: core, since: 2025-01-01, until: 2025-12-31 } # d
      # e

  # the second
  - login: bob
    name: Bob
    serves: [] # f
  - { login: cyd, name: Cyd } # g
# the end
`

function read(roster: string): Workspace {
  const { workspace, problems } = readWorkspace(
    new Map([
      ['wg.yml', 'name: G\n'],
      ['members.yml', roster],
      ...TEAMS.map((team) => [`charters/${team}.md`, charter] as const),
    ]),
  )
  expect(problems).toEqual([])
  return workspace
}

const deed = fc.record({
  kind: fc.constantFrom('add', 'join', 'retire'),
  login: fc.constantFrom('ada', 'BOB', 'cyd', 'dee', 'eve'),
  team: fc.constantFrom(...TEAMS),
  on: fc.nat(DAYS - 1),
})

/** A diary kept by plain sets: who may do what, and who served on which day. */
class Diary {
  readonly people = new Set(['ada', 'bob', 'cyd'])
  readonly #began = new Map<string, number>()
  readonly #ended = new Map<string, number>()
  readonly #served = new Map<string, Set<string>>()

  allows(kind: string, person: string, { team, on }: { team: string; on: number }): boolean {
    const key = `${person} ${team}`
    if (kind === 'add') return !this.people.has(person)
    if (kind === 'join')
      return this.people.has(person) && !this.#began.has(key) && (this.#ended.get(key) ?? -1) < on
    return (this.#began.get(key) ?? Infinity) <= on
  }

  note(kind: string, person: string, { team, on }: { team: string; on: number }): void {
    const key = `${person} ${team}`
    this.people.add(person)
    if (kind !== 'retire') {
      this.#began.set(key, on)
      return
    }
    this.#serve(key, on)
    this.#began.delete(key)
    this.#ended.set(key, on)
  }

  servingOn(at: number, team: string): string[] {
    for (const key of this.#began.keys()) this.#serve(key, DAYS)
    return [...(this.#served.get(`${team} ${at}`) ?? [])].sort()
  }

  #serve(key: string, to: number): void {
    const [person = '', team = ''] = key.split(' ')
    for (let at = this.#began.get(key)!; at <= to; at += 1) {
      this.#served.set(`${team} ${at}`, (this.#served.get(`${team} ${at}`) ?? new Set()).add(person))
    }
  }
}

test('add, join and retire in any order keep every comment and agree with a diary on every day', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (deeds, eol) => {
      let text = ROSTER.replaceAll('\n', eol)
      const diary = new Diary()
      for (const { kind, login, team, on } of deeds) {
        const matter = { workspace: read(text), now }
        const term = { team, role: 'member', since: day(on), planned: false }
        const plan = attempt(() =>
          kind === 'add'
            ? planAddMember({ login, name: `N: ${login}`, term }, matter)
            : kind === 'join'
              ? planJoin(login, term, matter)
              : planRetire(login, { until: day(on), team, planned: false }, matter),
        )
        const person = login.toLowerCase()
        expect(plan !== undefined, `${kind} ${login} ${team} ${day(on)}`).toBe(
          diary.allows(kind, person, { team, on }),
        )
        if (!plan) continue
        text = plan.changes[0]!.after
        diary.note(kind, person, { team, on })
      }
      const { members } = read(text)
      for (let at = 0; at <= DAYS; at += 1) {
        for (const team of TEAMS) {
          const logins = membersOf(members, team, day(at)).map(({ login }) => login.toLowerCase())
          expect(logins.sort(), `${team} ${day(at)}`).toEqual(diary.servingOn(at, team))
        }
      }
      for (const comment of ROSTER.match(/# .*$/gm)!) expect(text).toContain(comment)
      if (eol === '\r\n') expect(text).not.toMatch(/[^\r]\n/)
      expect((parse(text) as { members: unknown[] }).members).toHaveLength(diary.people.size)
    }),
    { numRuns: runs(60) },
  )
})

function attempt(make: () => Plan<WriteFile>): Plan<WriteFile> | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
