import type { MinutesRecord } from '../core/minutes/minutes-record.ts'
import type { Problem } from '../core/problem.ts'
import { problemAsJson } from './print-problems.ts'

const NOTHING: Omit<MinutesRecord, 'problems'> = {
  date: null,
  title: null,
  attendees: [],
  agenda: [],
  actions: [],
  decisions: [],
  links: {},
}

/** The document of one file of minutes; that of a file that could not be read holds the problem alone. */
export function minutesAsJson(file: string, record: MinutesRecord | undefined, problem?: Problem) {
  const { problems, ...said } = record ?? { ...NOTHING, problems: problem ? [problem] : [] }
  return { file, ...said, problems: problems.map(problemAsJson) }
}
