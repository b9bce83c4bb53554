import type { Problem } from '../problem.ts'

/** Something wrong in a text whose file is not known here. Line and column count from 1, as editors do. */
export interface Fault {
  /** The name of the rule that found it; the name stays for ever. */
  readonly rule: string
  readonly message: string
  readonly hint: string
  readonly line: number
  readonly column: number
}

/** The fault as an error in a file; `file` is a path from the root of the workspace, with forward slashes. */
export function faultAsProblem(fault: Fault, file: string): Problem {
  const { rule, message, hint, line, column } = fault
  return { rule, severity: 'error', message, hint, place: { file, line, column } }
}
