import type { Problem } from '../core/problem.ts'
import { problemAsJson, printProblems } from './print-problems.ts'
import type { App } from './app.ts'

/** Ends a command that did what it could: prints its document, or what hindered it, and gives the exit code. */
export function endWith(
  document: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
  { world, options }: App,
): number | undefined {
  const { terminal, environment } = world
  if (options.json === true) {
    const whole = { ...document, problems: problems.map(problemAsJson) }
    terminal.print(`${JSON.stringify(whole, null, 2)}\n`)
  } else printProblems(problems, { terminal, format: environment.actions ? 'github' : 'text' })
  return problems.some(({ severity }) => severity === 'error') ? 1 : undefined
}
