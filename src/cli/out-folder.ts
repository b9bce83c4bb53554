import { given } from '../core/given.ts'
import type { WriteFile } from '../core/plan/change.ts'
import { refuse, Refusal } from '../core/problem.ts'
import type { App } from './app.ts'
import { isAbsolute } from './read-outside.ts'

/** The folder that `--out` names, which may lie outside the workspace; a relative one starts at the workspace. */
export async function openOut(folder: string, app: App): Promise<App> {
  if (folder.trim() === '')
    throw refuse('usage', '`--out` names no folder.', 'Name one, or leave it out for `public`.')
  const path = isAbsolute(folder) ? folder : `${app.files.root}/${folder}`
  return { ...app, files: await app.world.openFiles(path, 'here') }
}

/** Only what differs, so that a folder that is published keeps the times of its files. */
export async function differing(
  texts: ReadonlyMap<string, string>,
  { files }: Pick<App, 'files'>,
): Promise<readonly WriteFile[]> {
  const found: WriteFile[] = []
  for (const [path, after] of texts) {
    const content = await files.read(path)
    const before = content.kind === 'text' ? content.text : undefined
    if (before !== after) found.push({ kind: 'write-file', path, after, ...given({ before }) })
  }
  return found
}

/** Writes one file; `what` says what could not be written when it cannot: `The feeds`. */
export async function writeOut({ path, after }: WriteFile, { files }: App, what: string): Promise<void> {
  try {
    await files.write(path, after)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const where = `${what} cannot be written to \`${files.root}\`.`
    const hint =
      'What was there is as it was. Name another folder with `--out`, or put the permissions right.'
    throw new Refusal(
      error.problems.map((problem) => ({ ...problem, message: `${where} ${problem.message}`, hint })),
    )
  }
}
