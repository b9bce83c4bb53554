import type { World } from '../../src/cli/world.ts'
import { memoryFiles, type MemoryFiles, type Outcome, wg } from '../world.ts'
import { INVENTED_GROUP, NOW } from './invented-group.ts'

/** A site that was written: its files by path, and how the command ended. */
export interface BuiltSite {
  readonly out: MemoryFiles
  readonly pages: ReadonlyMap<string, string>
  readonly outcome: Outcome
}

/** What a build is asked for; the invented group into an empty folder when nothing is said. */
export interface Build {
  readonly group?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  readonly out?: MemoryFiles
  readonly now?: string
  readonly world?: Partial<World>
}

/** Runs `wg site` in this process, with a workspace and a folder in memory. */
export async function buildSite(build: Build = {}): Promise<BuiltSite> {
  const { group = INVENTED_GROUP, args = [], out = memoryFiles({}), now = NOW, world = {} } = build
  const files = memoryFiles(group)
  const outcome = await wg(['site', ...args], {
    files,
    now,
    world: {
      openFiles: async (folder) => (folder?.endsWith('/public') === true ? out : files),
      siteAssets: async () =>
        new Map([
          ['icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n'],
          ['site.css', 'body{}\n'],
          ['site.js', '0\n'],
          ['search.js', '0\n'],
        ]),
      ...world,
    },
  })
  return { out, outcome, pages: out.texts }
}
