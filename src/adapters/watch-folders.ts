import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import type { Watch } from '../ports.ts'

/**
 * Watches folders below a root, each to its depth; the empty name stands for the root itself, of which only the files right in it are
 * watched. A folder that is not there is left out. Every folder has a watch of its own: the recursive one of Node loses files that an
 * editor replaces.
 */
export function watchFolders(root: string, folders: readonly string[], changed: () => void): Watch {
  const watchers = new Map<string, FSWatcher>()
  const look = (): void => {
    const found = folders.flatMap((folder) => (folder === '' ? [root] : foldersIn(join(root, folder))))
    for (const path of watchers.keys()) if (!found.includes(path)) close(path)
    for (const path of found) if (!watchers.has(path)) open(path)
  }
  const open = (path: string): void => {
    try {
      const watcher = watch(path, () => {
        look()
        changed()
      })
      watcher.on('error', () => close(path))
      watchers.set(path, watcher)
    } catch {
      // It has just been taken away.
    }
  }
  const close = (path: string): void => {
    watchers.get(path)?.close()
    watchers.delete(path)
  }
  look()
  return { stop: () => [...watchers.keys()].forEach(close) }
}

/** A folder and all below it; none when it is not there. */
function foldersIn(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))]
  } catch {
    return []
  }
}
