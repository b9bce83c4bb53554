import { type Examination, fine, type Finding, unknown, warning, wrong } from './examination.ts'
import { isOldRelease, unknownFacts, type ZoneFact } from './zone-data.ts'

const NEWER = {
  hint: 'Take a newer release of Node; in a workflow, `node-version: 24` of `actions/setup-node`.',
  page: 'https://nodejs.org/en/download',
}

/** What is looked at of the files and of the machine: nothing of it takes GitHub. */
export const machineExaminations: readonly Examination[] = [
  {
    name: 'files-can-be-read',
    sentence: 'There is a workspace, and its files can be read.',
    judge: ({ workspace, faults }) => [judgeFiles(workspace !== undefined, faults)],
  },
  {
    name: 'zone-data-is-new',
    sentence:
      'The time zone data of this machine is not older than a year, and its clocks agree with its name.',
    judge: ({ zoneData, now }) => [judgeZoneData(zoneData, now, unknownFacts(zoneData))],
  },
]

function judgeFiles(isThere: boolean, faults: number): Finding {
  if (!isThere)
    return wrong('There is no workspace here: no `wg.yml` in this folder or one above it.', {
      hint: 'Make one with `wg init`.',
    })
  return faults === 0
    ? fine('The files of the workspace can be read.')
    : wrong(`The files of the workspace hold ${faults === 1 ? 'an error' : `${faults} errors`}.`, {
        hint: '`wg check` says where, and what to do.',
      })
}

/** Judges the release of the time zone data, and the facts of it that the clocks of the machine do not know. */
export function judgeZoneData(name: string | undefined, now: Date, [first]: readonly ZoneFact[]): Finding {
  if (first) {
    const known = name === undefined ? '' : `, though Node calls its data \`${name}\``
    return warning(
      `The clocks of this machine do not know what changed for \`${first.zone}\` in release \`${first.release}\` of the time zone data${known}: meetings there would stand at a wrong hour.`,
      NEWER,
    )
  }
  if (name === undefined)
    return unknown('Node does not say which time zone data it has; what was tried of it is right.')
  return isOldRelease(name, now)
    ? warning(
        `The time zone data is \`${name}\`, which is older than a year: zones whose clocks have changed since then show a wrong hour.`,
        NEWER,
      )
    : fine(`The time zone data is \`${name}\`.`)
}
