import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'

const GITHUB =
  /^\s*url\s*=\s*(?:https?:\/\/(?:[^@/\s]+@)?github\.com\/|(?:ssh:\/\/)?git@github\.com[:/])([\w-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/

/** The repository on GitHub from which this checkout was cloned, `owner/name`; undefined when there is none. */
export async function remoteRepository(folder: string): Promise<string | undefined> {
  const found = await findCheckout(folder)
  return found && repositoryIn(found.config)
}

/** Where a folder lies in its checkout, `groups/web`; empty at the top, and where there is no checkout. */
export async function folderInRepository(folder: string): Promise<string> {
  const found = await findCheckout(folder)
  return found ? relative(found.top, resolve(folder)).replaceAll('\\', '/') : ''
}

async function findCheckout(folder: string): Promise<{ top: string; config: string } | undefined> {
  for (let top = resolve(folder); ; top = dirname(top)) {
    const config = await readFile(join(top, '.git', 'config'), 'utf8').catch(() => undefined)
    if (config !== undefined) return { top, config }
    if (top === dirname(top)) return undefined
  }
}

function repositoryIn(config: string): string | undefined {
  const sections = config.split(/^(?=\[)/m)
  const remotes = sections.filter((section) => section.startsWith('[remote '))
  const origin = remotes.find((section) => section.startsWith('[remote "origin"]')) ?? remotes[0]
  return origin?.split('\n').flatMap((line) => GITHUB.exec(line)?.[1] ?? [])[0]
}
