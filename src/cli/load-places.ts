import { type MinutesPlace, minutesPlaces } from '../core/record/minutes-places.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { existingMinutes } from './existing-minutes.ts'

/** Where the minutes of a workspace lie or should lie, by day. */
export async function loadPlaces(app: App, workspace: Workspace): Promise<readonly MinutesPlace[]> {
  return minutesPlaces({
    series: workspace.series,
    files: await existingMinutes(app, workspace),
    now: app.now,
  })
}
