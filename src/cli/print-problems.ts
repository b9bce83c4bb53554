import { type Problem, sortProblems } from '../core/problem.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import { workflowCommandProperty, workflowCommandText } from '../core/text/workflow-command.ts'
import type { Terminal } from '../ports.ts'
import { paint } from './paint.ts'

export const FORMATS = ['text', 'json', 'github'] as const

export type Format = (typeof FORMATS)[number]

/** Prints all problems, sorted: for a person, as one JSON document, or as annotations of GitHub Actions. */
export function printProblems(
  problems: readonly Problem[],
  { terminal, format }: { terminal: Terminal; format: Format },
): void {
  const sorted = sortProblems(problems)
  if (format === 'json')
    terminal.print(`${JSON.stringify({ problems: sorted.map(problemAsJson) }, null, 2)}\n`)
  else if (format === 'github') sorted.forEach((problem) => terminal.print(`${annotation(problem)}\n`))
  else sorted.forEach((problem) => terminal.say(`${paragraph(problem, terminal)}\n`))
}

/** The shape of `--format json`. */
export function problemAsJson({ place, rule, severity, message, hint }: Problem) {
  return {
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    rule,
    severity,
    message,
    hint: hint ?? null,
  }
}

function paragraph({ place, severity, message, hint, rule }: Problem, terminal: Terminal): string {
  const where = place ? `${place.file} ${place.line}:${place.column}  ` : 'wg: '
  const level = paint(terminal, severity === 'error' ? 'red' : 'yellow', severity)
  const name = place ? `  ${paint(terminal, 'dim', rule)}` : ''
  const advice = hint === undefined ? '' : `\n    ${terminalText(hint)}`
  return `${where}${place ? `${level}  ` : ''}${terminalText(message)}${name}${advice}`
}

/** GitHub docs: Workflow commands for GitHub Actions, "Setting an error message". */
function annotation({ place, severity, rule, message, hint }: Problem): string {
  const where = place
    ? [`file=${workflowCommandProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`]
    : []
  const properties = [...where, `title=${workflowCommandProperty(rule)}`].join(',')
  return `::${severity} ${properties}::${workflowCommandText([message, hint ?? ''].join(' ').trim())}`
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const some = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return [
    ...(errors > 0 ? [some(errors, 'error')] : []),
    ...(warnings > 0 ? [some(warnings, 'warning')] : []),
  ].join(', ')
}
