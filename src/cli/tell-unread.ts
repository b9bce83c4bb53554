import type { MeetingRecord } from '../core/record/meeting-record.ts'
import type { Terminal } from '../ports.ts'
import { printProblems } from './print-problems.ts'

/** Says of which meetings the minutes could not be read, so that what was printed is not taken for all, and gives the exit code. */
export function tellUnread(records: readonly MeetingRecord[], terminal: Terminal): number | undefined {
  const problems = records.flatMap(({ problem }) => problem ?? [])
  printProblems(problems, { terminal, format: 'text' })
  return problems.length > 0 ? 1 : undefined
}
