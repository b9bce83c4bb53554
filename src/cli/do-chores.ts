import type { Chore } from '../core/chores/chore.ts'
import { joinQuestions } from '../core/github/question.ts'
import { type Problem, Refusal } from '../core/problem.ts'
import type { GitHub } from '../ports.ts'
import type { App } from './app.ts'
import { carryOut, type Done } from './carry-out.ts'
import { endsTheCommand } from './ends-the-command.ts'

/** A chore of one workspace. */
export interface Task {
  readonly app: App
  readonly chore: Chore
}

/** A chore that was done, also where nothing was to be done. */
export interface DoneTask<Of extends Task = Task> {
  readonly task: Of
  readonly done: Done
}

/** What came of several chores: those that were done, and why the others could not be. */
export interface Outcome<Of extends Task = Task> {
  readonly done: readonly DoneTask<Of>[]
  readonly problems: readonly Problem[]
  /** Those that were not begun, since what hindered one would have hindered them too. */
  readonly left: readonly Of[]
}

/** How chores are done. */
export interface Manner<Of extends Task = Task> {
  readonly github: GitHub
  readonly dryRun: boolean
  /** Is told when a chore begins, and gives the app that hears of its changes. */
  readonly begin: (task: Of) => App
  /** Is told when a chore has been done. */
  readonly end: (done: DoneTask<Of>) => void
  /** Is told when a chore could not be done, or not wholly. */
  readonly fail?: (task: Of) => void
  /** Problems of a chore with their places as the reader knows them. */
  readonly placed?: (problems: readonly Problem[], task: Of) => readonly Problem[]
}

/**
 * Does chores with one question to GitHub for all of them; with none when there are no chores. What hinders one does not hinder the
 * others, unless it would hinder all.
 */
export async function doChores<Of extends Task>(
  tasks: readonly Of[],
  { github, dryRun, begin, end, fail, placed = (found) => found }: Manner<Of>,
): Promise<Outcome<Of>> {
  const done: DoneTask<Of>[] = []
  const problems: Problem[] = []
  if (tasks.length === 0) return { done, problems, left: [] }
  let answer = await github.reader.ask(joinQuestions(tasks.map(({ chore }) => chore.question)))
  for (const [index, task] of tasks.entries()) {
    const { question, plan, place } = task.chore
    try {
      const each = {
        task,
        done: await carryOut({ github, answer, question, plan }, begin(task), dryRun),
      }
      answer = each.done.answer
      done.push(each)
      end(each)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const found = error.problems.map((problem) =>
        problem.place || problem.rule !== 'github' ? problem : { ...problem, place },
      )
      problems.push(...placed(found, task))
      fail?.(task)
      if (endsTheCommand(error)) return { done, problems, left: tasks.slice(index + 1) }
    }
  }
  return { done, problems, left: [] }
}
