import { printException } from '../meetings/exception.ts'
import { refuse } from '../problem.ts'
import { editYamlEntry } from '../text/edit-yaml.ts'
import { readYaml } from '../text/yaml.ts'
import { seriesFile } from '../workspace.ts'
import { ONLY_STANDING } from './cancelling-texts.ts'
import type { FoundEmptyMeeting } from './empty-meeting.ts'
import { textOf } from './propose-files.ts'

type Question = Pick<FoundEmptyMeeting, 'meeting' | 'workspace' | 'branch' | 'path'>

/**
 * The file of a series as the default branch has it, with the meeting cancelled; or why it is not the time to write that. Refuses a
 * file that is not there or cannot be read.
 */
export function cancelledText(question: Question): { readonly text: string } | { readonly note: string } {
  const { meeting, workspace, branch, path } = question
  const base = textOf(branch.base.files.get(path), path)
  if (base === undefined)
    throw refuse(
      'github',
      `There is no \`${path}\` on the default branch of \`${branch.repository}\`, so no meeting can be cancelled there.`,
      'Name the repository of this workspace in `wg.yml`, as `repository`.',
    )
  const own = workspace.texts.get(seriesFile(meeting.series.id, workspace)) ?? ''
  if (changeIn(base, question) !== changeIn(own, question))
    return {
      note: `On the default branch, \`${path}\` says otherwise of \`${meeting.planned}\` than here: \`${meeting.key}\` is left alone until both say the same.`,
    }
  const value = printException({ kind: 'cancelled', reason: ONLY_STANDING })
  return { text: editYamlEntry(base, { section: 'changes', key: meeting.planned, value }) }
}

/** What a file says has become of the meeting. */
function changeIn(text: string, { meeting, path }: Question): unknown {
  const { value, problems } = readYaml({ file: path, text })
  const [problem] = problems
  if (problem)
    throw refuse(
      'github',
      `The file \`${path}\` on GitHub cannot be read. ${problem.message}`,
      'Put it right on the default branch.',
    )
  const { changes } = (value ?? {}) as { readonly changes?: Readonly<Record<string, unknown>> | null }
  return changes?.[meeting.planned]
}
