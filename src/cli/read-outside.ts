import type { FileContent } from '../core/file-content.ts'
import type { App } from './app.ts'

/** What a path holds that need not lie in the workspace; a relative one starts there. */
export async function readOutside(path: string, { files, world }: App): Promise<FileContent> {
  const [, folder = '', name = ''] = /^(.*[/\\])?([^/\\]*)$/s.exec(path) ?? []
  const beside = await world.openFiles(isAbsolute(path) ? folder : `${files.root}/${folder}`, 'here')
  return beside.read(name)
}

/** Whether a path starts at the root of a disk. */
export function isAbsolute(path: string): boolean {
  return /^([/\\]|[A-Za-z]:[/\\])/.test(path)
}
