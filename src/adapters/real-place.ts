import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Where a path leads when every link on the way is followed; what does not exist yet keeps its name. */
export async function realPlace(path: string): Promise<string> {
  const absolute = resolve(path)
  const found = await realpath(absolute).catch(() => undefined)
  if (found !== undefined || absolute === dirname(absolute)) return found ?? absolute
  return join(await realPlace(dirname(absolute)), relative(dirname(absolute), absolute))
}

/** Whether a path leads to a folder or below it, links followed. */
export async function liesIn(folder: string, path: string): Promise<boolean> {
  const way = relative(await realPlace(folder), await realPlace(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
