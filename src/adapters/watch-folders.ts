import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import type { Watch } from '../ports.ts'

/**
 * Watches folders below a root, each to its depth; the empty name stands for the root itself, of which only the files right in it are
 * watched. A folder that is not there is left out.
 */
export function watchFolders(root: string, folders: readonly string[], changed: () => void): Watch {
  const watchers = folders.flatMap((folder): FSWatcher[] => {
    try {
      const watcher = watch(join(root, folder), { recursive: folder !== '' }, () => changed())
      // A folder may be taken away while it is watched.
      watcher.on('error', changed)
      return [watcher]
    } catch {
      return []
    }
  })
  return { stop: () => watchers.forEach((watcher) => watcher.close()) }
}
