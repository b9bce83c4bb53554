import { isoInstant } from '../time/print-time.ts'
import {
  type DoctorMatter,
  type Examination,
  fine,
  type Finding,
  unknown,
  warning,
  wrong,
} from './examination.ts'
import type { RunFacts } from './github-facts.ts'
import { type Home, lookAt, lookAtHome } from './look.ts'
import { knownWorkflow, noActions, workflowPage } from './workflow-examinations.ts'
import { schedulePause } from './workflow-text.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a schedule is taken to pause that is not in these files, in minutes. */
const A_DAY = 24 * 60

/** GitHub docs, "Events that trigger workflows", schedule: after so many days without activity it turns schedules of public repositories off. */
const QUIET_DAYS = 60
/** From then on it is worth a word. */
const NEARLY_QUIET = 45

/** What is looked at of the schedule. */
export const scheduleExaminations: readonly Examination[] = [
  {
    name: 'schedule-is-alive',
    sentence: 'GitHub has run the workflow lately, as its schedule says.',
    judge: (matter) =>
      onActiveWorkflow(matter, (home, createdAt) =>
        lookAt(home.actions.lastRun, noActions(home), (run) => [
          run === 'none' ? judgeNone(createdAt, home, matter) : judgeAge(run, home, matter),
        ]),
      ),
  },
  {
    name: 'schedule-stays-alive',
    sentence: 'The repository is not so quiet that GitHub turns the schedule off.',
    judge: (matter) => onActiveWorkflow(matter, (home) => [judgeQuiet(home, matter.now)]),
  },
  {
    name: 'last-run-succeeded',
    sentence: 'The last run of the schedule did not fail.',
    judge: (matter) =>
      onActiveWorkflow(matter, (home) =>
        lookAt(home.actions.lastRun, noActions(home), (run) => [judgeConclusion(run)]),
      ),
  },
]

function onActiveWorkflow(
  matter: DoctorMatter,
  judge: (home: Home, createdAt: Date) => readonly Finding[],
): readonly Finding[] {
  return lookAtHome(matter, (home) =>
    lookAt(home.actions.workflow, noActions(home), () => {
      const workflow = knownWorkflow(matter)
      return workflow?.state === 'active'
        ? judge(home, workflow.createdAt)
        : [unknown('There is no workflow that is turned on.')]
    }),
  )
}

/** GitHub begins runs late, and leaves some out: two pauses and six hours are nothing, four pauses and two days are too much. In milliseconds. */
function bounds({ workflow }: DoctorMatter) {
  const pause = ((workflow === undefined ? undefined : schedulePause(workflow)) ?? A_DAY) * MINUTE
  return { late: 2 * pause + 6 * HOUR, dead: 4 * pause + 2 * DAY }
}

function judgeAge({ startedAt }: RunFacts, home: Home, matter: DoctorMatter): Finding {
  const age = matter.now.getTime() - startedAt.getTime()
  const { late, dead } = bounds(matter)
  const last = `The schedule ran last at ${isoInstant(startedAt)}`
  if (age <= late) return fine(`${last}.`)
  const told = `${last}, ${ageInWords(age)} ago, which is longer than it should pause`
  return age <= dead
    ? warning(`${told}; GitHub leaves runs out at times.`, {
        hint: 'Press "Run workflow" if something is waiting for it.',
        page: workflowPage(home),
      })
    : wrong(`${told}: it is dead.`, {
        hint: 'Press "Run workflow". Then commit a change to its line `cron:`: a schedule dies when whoever changed that line last has left the organization.',
        page: workflowPage(home),
      })
}

function ageInWords(age: number): string {
  return age < 2 * DAY ? `${Math.floor(age / HOUR)} hours` : `${Math.floor(age / DAY)} days`
}

function judgeNone(createdAt: Date, home: Home, matter: DoctorMatter): Finding {
  const isNew = matter.now.getTime() - createdAt.getTime() <= bounds(matter).late
  return isNew
    ? unknown('The workflow is new, and its schedule has not come yet.')
    : wrong(`The schedule has never run, though GitHub knows the workflow since ${isoInstant(createdAt)}.`, {
        hint: 'Look whether the file has `on: schedule:` and whether Actions are allowed; "Run workflow" starts it by hand.',
        page: workflowPage(home),
      })
}

function judgeQuiet(home: Home, now: Date): Finding {
  const { repository, name } = home
  if (repository.private) return fine(`\`${name}\` is private: GitHub turns no quiet schedule off there.`)
  if (!repository.pushedAt) return unknown(`GitHub does not say when \`${name}\` was pushed to.`)
  const days = Math.floor((now.getTime() - repository.pushedAt.getTime()) / DAY)
  if (days < NEARLY_QUIET) return fine(`Somebody pushed to \`${name}\` less than ${NEARLY_QUIET} days ago.`)
  const when =
    days >= QUIET_DAYS
      ? 'may turn the schedule off any day'
      : `turns the schedule off in ${QUIET_DAYS - days} days`
  return warning(`Nobody has pushed to \`${name}\` for ${days} days: GitHub ${when}.`, {
    hint: 'Merge something, such as the minutes that wait; or press "Enable workflow" once it is off.',
    page: workflowPage(home),
  })
}

/** GitHub docs: "Workflow runs", what `conclusion` may be; these say that something is to be looked at. */
const FAILED = ['failure', 'timed_out', 'startup_failure', 'action_required', 'cancelled']

function judgeConclusion(run: RunFacts | 'none'): Finding {
  if (run === 'none') return unknown('The schedule has not run yet.')
  if (run.conclusion === null) return fine('A run of the schedule is under way.')
  return FAILED.includes(run.conclusion)
    ? warning(`The last run of the schedule ended with \`${run.conclusion}\`.`, {
        hint: 'Read its log.',
        page: run.url,
      })
    : fine('The last run of the schedule did not fail.')
}
