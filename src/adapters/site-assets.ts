import { readdir, readFile } from 'node:fs/promises'
import { refuse } from '../core/problem.ts'

/** The files that the build made for the pages, by name. Refuses when the build has not made them. */
export async function readSiteAssets(folder: URL): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch((): string[] => [])
  if (!names.includes('site.css'))
    throw refuse(
      'site',
      'The style and the scripts of the pages are not there.',
      'Build them with `npm run build`, or install wg again.',
    )
  const read = [...names]
    .sort()
    .map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const)
  return new Map(await Promise.all(read))
}
