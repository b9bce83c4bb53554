import { readFile, stat } from 'node:fs/promises'

/** GitHub lets an event have 25 MB; what runs wg is far smaller. */
const MOST_BYTES = 25 * 1024 * 1024

/** The event that started a run of GitHub Actions, from the file in `GITHUB_EVENT_PATH`; undefined outside of it, and when it cannot be read. */
export async function readEventFile(path: string | undefined): Promise<unknown> {
  if (!path) return undefined
  try {
    if ((await stat(path)).size > MOST_BYTES) return undefined
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
