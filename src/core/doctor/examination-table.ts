import type { DoctorMatter, Examination, Finding } from './examination.ts'
import { labelExaminations } from './label-examinations.ts'
import { machineExaminations } from './machine-examinations.ts'
import { permissionExaminations } from './permission-examinations.ts'
import { repositoryExaminations } from './repository-examinations.ts'
import { scheduleExaminations } from './schedule-examinations.ts'
import { tokenExaminations } from './token-examinations.ts'
import { workflowExaminations } from './workflow-examinations.ts'

/** Everything that `wg doctor` looks at, by subject. */
export const examinationTable: readonly Examination[] = [
  ...machineExaminations,
  ...tokenExaminations,
  ...repositoryExaminations,
  ...permissionExaminations,
  ...labelExaminations,
  ...workflowExaminations,
  ...scheduleExaminations,
]

/** A finding with the name and sentence of its examination. */
export interface Result extends Finding {
  readonly name: string
  readonly sentence: string
}

/** Looks at everything, in the order of the table; an examination has one finding for each place that it looks at. */
export function examine(matter: DoctorMatter): readonly Result[] {
  return examinationTable.flatMap(({ name, sentence, judge }) =>
    judge(matter).map((finding) => ({ name, sentence, ...finding })),
  )
}
