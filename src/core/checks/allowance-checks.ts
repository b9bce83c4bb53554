import { findMeeting } from '../meetings/meeting.ts'
import { didYouMean } from '../text/nearest.ts'
import { GROUP_FILE } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'
import { allows, overlapsAhead } from './overlaps-ahead.ts'

const allowancesAreNeeded: Check['find'] = (matter) => {
  const { workspace } = matter
  return workspace.group.overlaps.flatMap((pair, index) => {
    const place = workspace.placeOf(GROUP_FILE, ['overlaps', index])
    const unknown = pair.find((name) => !isKnown(name, matter))
    if (unknown !== undefined) return [{ ...aboutUnknown(unknown, matter), place }]
    if (pair.some((name) => isUnread(name, matter) || isOver(name, matter))) return []
    if (overlapsAhead(matter).some((overlap) => allows(pair, overlap))) return []
    return [
      {
        message: `\`${pair[0]}\` and \`${pair[1]}\` are allowed to overlap, and do not within the next year.`,
        hint: 'Remove the line: it would hide an overlap that nobody meant.',
        place,
      },
    ]
  })
}

const allowancesAreAhead: Check['find'] = (matter) =>
  matter.workspace.group.overlaps.flatMap((pair, index) => {
    const over = pair.find((name) => isOver(name, matter))
    if (over === undefined) return []
    return [
      {
        message: `\`${pair[0]}\` and \`${pair[1]}\` are allowed to overlap, and \`${over}\` is over.`,
        hint: 'Remove the line.',
        place: matter.workspace.placeOf(GROUP_FILE, ['overlaps', index]),
      },
    ]
  })

function seriesOf(name: string): string {
  return name.split('/')[0] ?? ''
}

function isUnread(name: string, { workspace }: CheckMatter): boolean {
  return !workspace.series.some(({ id }) => id === seriesOf(name))
}

function isKnown(name: string, { workspace }: CheckMatter): boolean {
  if (!workspace.seriesNames.has(seriesOf(name))) return false
  const { series } = workspace
  return (
    !name.includes('/') ||
    findMeeting(series, name) !== undefined ||
    series.every(({ id }) => id !== seriesOf(name))
  )
}

function isOver(name: string, { workspace, now }: CheckMatter): boolean {
  const meeting = name.includes('/') ? findMeeting(workspace.series, name) : undefined
  return meeting !== undefined && meeting.endsAt <= now
}

function aboutUnknown(name: string, { workspace }: CheckMatter): Omit<Finding, 'place'> {
  const id = seriesOf(name)
  if (workspace.seriesNames.has(id))
    return {
      message: `\`${name}\` may overlap, and is no meeting: \`${id}\` does not meet on that day.`,
      hint: `\`wg meeting list ${id}\` prints the keys.`,
    }
  return {
    message: `\`${name}\` may overlap, and there is no series \`${id}\`.`,
    hint:
      didYouMean(id, [...workspace.seriesNames]) ??
      `meetings/ holds: ${[...workspace.seriesNames].join(', ')}.`,
  }
}

/** The checks of overlaps that are allowed. */
export const allowanceChecks: readonly Check[] = [
  {
    name: 'allowance-is-needed',
    severity: 'error',
    sentence: 'Every overlap that is allowed does happen within the next year.',
    find: allowancesAreNeeded,
  },
  {
    name: 'allowance-is-ahead',
    severity: 'warning',
    sentence: 'No overlap that is allowed is over.',
    find: allowancesAreAhead,
  },
]
