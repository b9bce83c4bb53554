import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const GITHUB =
  /^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]+@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([\w-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/

/** The repository on GitHub from which this checkout was cloned, `owner/name`; undefined when there is none. */
export async function remoteRepository(folder: string): Promise<string | undefined> {
  for (let each = resolve(folder); ; each = dirname(each)) {
    const config = await readFile(join(each, '.git', 'config'), 'utf8').catch(() => undefined)
    if (config !== undefined) return repositoryIn(config)
    if (each === dirname(each)) return undefined
  }
}

function repositoryIn(config: string): string | undefined {
  const sections = config.split(/^(?=\[)/m)
  const remotes = sections.filter((section) => section.startsWith('[remote '))
  const origin = remotes.find((section) => section.startsWith('[remote "origin"]')) ?? remotes[0]
  return origin?.split('\n').flatMap((line) => GITHUB.exec(line)?.[1] ?? [])[0]
}
