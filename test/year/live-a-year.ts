import { onStage, type Stage } from '../meeting-issue/stage.ts'
import type { Outcome } from '../world.ts'
import { DAY, HOUR } from './expected-meetings.ts'
import { lookBefore } from './law-scene.ts'
import { brokenLaws } from './laws.ts'
import { doSomething } from './people.ts'
import { makeRandom, type Random } from './random.ts'
import { beginYear, issuesByKey, issuesIn, type Year, type YearSpan } from './year.ts'

/** How a simulation is run. */
export interface Life extends YearSpan {
  readonly seed: number
  /** Hours between two runs that the schedule names. */
  readonly every: number
  /** Hours between two deeds of people, on average. */
  readonly deeds: number
  /** Is told of each event, to look at one life closely. */
  readonly tell?: (line: string) => void
}

/** What came of it. */
export interface Lived {
  readonly seed: number
  readonly runs: number
  readonly meetings: number
  readonly issues: number
  readonly requests: number
  /** By one run, or by two at once. */
  readonly mostRequests: number
  readonly writes: number
  /** When, and what; each once. */
  readonly broken: readonly string[]
}

interface Event {
  readonly at: number
  readonly kind: 'run' | 'two' | 'deed'
}

const WORK = 'run --only meetings,minutes,roster,charters'
const MINUTE = 60_000

/** Runs late, twice, or not at all, for a day or for several; and people in between. */
function eventsOf({ from, to, every, deeds }: Life, random: Random): readonly Event[] {
  const [start, end] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number]
  const events: Event[] = []
  let pausedUntil = start
  for (let at = start; at < end; at += every * HOUR) {
    if (random.chance(0.004)) pausedUntil = at + (1 + random.below(3)) * DAY
    if (random.chance(0.12) || at < pausedUntil) continue
    const late = random.chance(0.15) ? random.below(every * 90) : random.below(25)
    events.push({ at: at + late * MINUTE, kind: random.chance(0.1) ? 'two' : 'run' })
  }
  for (let at = start; at < end; at += random.below(deeds * 120) * MINUTE + MINUTE)
    events.push({ at, kind: 'deed' })
  return events.sort((a, b) => a.at - b.at)
}

/** Lives through a span, and holds the laws after every run. */
export function liveAYear(life: Life): Promise<Lived> {
  const random = makeRandom(life.seed)
  const year = beginYear(life)
  return onStage({ world: year.world, texts: {} }, async (stage) => {
    const count = { runs: 0, requests: 0, mostRequests: 0, writes: 0 }
    const broken = new Map<string, string>()
    for (const { at, kind } of eventsOf(life, random)) {
      year.now = at
      const when = new Date(at).toISOString()
      if (kind === 'deed') {
        const deed = doSomething(year, random)
        life.tell?.(`${when} ${deed}`)
        continue
      }
      const { outcomes, faults } = await runOnce(year, stage, kind === 'two' ? 2 : 1)
      for (const { out } of outcomes) life.tell?.(`${when} ${kind} ${out.trimEnd()}`)
      for (const fault of faults) {
        if (broken.has(fault)) continue
        life.tell?.(`${when} BROKEN ${fault}\n${issueIn(fault, year)}`)
        broken.set(fault, `${when} ${fault}`)
      }
      count.runs += kind === 'two' ? 2 : 1
      count.requests += stage.server.requests.length
      count.mostRequests = Math.max(count.mostRequests, stage.server.requests.length)
      count.writes += stage.server.writes.length
      if (stage.server.unmodelled.length > 0) throw new Error(stage.server.unmodelled.join())
      stage.server.forget()
    }
    return { ...count, seed: life.seed, ...countOf(year), broken: [...broken.values()] }
  })
}

/** The issue of which a fault tells, as it is now. */
function issueIn(fault: string, year: Year): string {
  const number = Number(/#(\d+)/.exec(fault)?.[1])
  const issue = issuesIn(year).find((each) => each.number === number)
  if (!issue) return ''
  const labels = [...issue.labels].map(({ name }) => name).join(', ')
  return `${issue.state} [${labels}]\n${issue.body}`
}

interface Ran {
  readonly outcomes: readonly Outcome[]
  readonly faults: readonly string[]
}

async function runOnce(year: Year, stage: Stage, times: number): Promise<Ran> {
  const { files } = stage
  files.texts.clear()
  for (const [path, text] of year.texts) files.texts.set(path, text)
  const before = lookBefore(year)
  const runs = Array.from({ length: times }, () => stage.run(WORK, new Date(year.now).toISOString()))
  const outcomes = await Promise.all(runs)
  return { outcomes, faults: [...outcomes.flatMap(faultsOf), ...brokenLaws(year, before)] }
}

function faultsOf({ code, err }: Outcome): readonly string[] {
  return code === 0 ? [] : [`ended with ${code}: ${err}`]
}

function countOf(year: Year) {
  const issues = issuesByKey(year)
  return { meetings: issues.size, issues: [...issues.values()].flat().length }
}
