import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'

/** The paths below the folders in which series keep their minutes. */
export async function existingMinutes({ files }: App, { series }: Workspace): Promise<ReadonlySet<string>> {
  const folders = new Set(
    series.map(({ minutesPath }) => minutesPath.replace(/\{.*$/s, '').replace(/[^/]*$/, '')),
  )
  const listed = await Promise.all([...folders].map((folder) => files.list(folder.replace(/\/$/, ''))))
  return new Set(listed.flat())
}
