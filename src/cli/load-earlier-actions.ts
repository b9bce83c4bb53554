import type { Meeting } from '../core/meetings/meeting.ts'
import { minutesPathOf } from '../core/meetings/minutes-path.ts'
import { type OpenAction, openActions, type SaidActions } from '../core/minutes/carried-actions.ts'
import { readMinutes } from '../core/minutes/read-minutes.ts'
import { findMarks } from '../core/text/marks.ts'
import { type Day, parseDay } from '../core/time/day.ts'
import type { App } from './app.ts'

/** So many earlier meetings are asked for what they left open, unless one of them lists it all. */
const MOST_EARLIER = 6

/** What the minutes of the series before a meeting have left open. Minutes that cannot be read are left out: `wg minutes check` tells of them. */
export async function loadEarlierActions(meeting: Meeting, app: App): Promise<readonly OpenAction[]> {
  const earlier: SaidActions[] = []
  for (const { path, date } of (await earlierMinutes(meeting, app)).slice(0, MOST_EARLIER)) {
    const content = await app.files.read(path)
    if (content.kind !== 'text') continue
    const { actions, attendees } = readMinutes({ text: content.text, path })
    const listsOpen = findMarks(content.text).blocks.some(({ name }) => name === 'actions')
    const names = new Map(attendees.flatMap(({ github, name }) => (github && name ? [[github, name]] : [])))
    earlier.push({ date, actions, names, listsOpen })
    if (listsOpen) break
  }
  return openActions(earlier)
}

/** The files at the paths of the series' earlier minutes, the newest first. */
async function earlierMinutes(meeting: Meeting, { files }: App) {
  const { series, planned } = meeting
  const folder = series.minutesPath.slice(0, series.minutesPath.indexOf('{')).replace(/\/?[^/]*$/, '')
  const found = (await files.list(folder)).flatMap((path) => {
    const date = dayIn(path, meeting)
    return date !== undefined && date < planned ? [{ path, date }] : []
  })
  return found.sort((a, b) => (a.date < b.date ? 1 : -1))
}

/** The day of the minutes at a path, when the path is one of the series. */
function dayIn(path: string, { series }: Meeting): Day | undefined {
  return [...path.matchAll(/\d{4}-\d{2}-\d{2}/g)]
    .flatMap(([text]) => parseDay(text) ?? [])
    .find((planned) => minutesPathOf({ series, planned }) === path)
}
