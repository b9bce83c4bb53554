import type { Published } from '../core/calendar/read-published.ts'
import { Refusal } from '../core/problem.ts'
import type { MeetingRecord } from '../core/record/meeting-record.ts'
import { siteFiles } from '../core/site/site-files.ts'
import { openMemory, passingMemory, type SiteMemory } from '../core/site/site-memory.ts'
import type { Workspace } from '../core/workspace.ts'
import { type App, load } from './app.ts'
import { buildFeeds } from './build-feeds.ts'
import { existingMinutes } from './existing-minutes.ts'
import { readOnce } from './read-once.ts'
import { loadRecord } from './load-record.ts'

/** What decides about a site besides the workspace. */
export interface SiteSettings {
  /** The path below which it is published, `/path/`. */
  readonly base: string
  /** The feed that was published last. */
  readonly previous: Published | undefined
  readonly memory: SiteMemory
  /** The style and the scripts, by name. */
  readonly assets: ReadonlyMap<string, string>
}

/**
 * Every file of the site, by path. Refuses when the workspace has a fault or minutes could not be read: a page that is missing would be
 * taken for a meeting without minutes.
 */
export async function loadSite(
  { files, ...rest }: App,
  workspace: Workspace,
  { previous, ...settings }: SiteSettings,
): Promise<ReadonlyMap<string, string>> {
  const app = { ...rest, files: readOnce(files) }
  const records = await loadRecord(app, workspace)
  const problems = records.flatMap(({ problem }) => problem ?? [])
  if (problems.length > 0) throw new Refusal(problems)
  return siteFiles({
    ...settings,
    workspace,
    records,
    now: app.now,
    texts: await textsOf(records, app),
    minutes: await existingMinutes(app, workspace),
    feeds: await buildFeeds(app, workspace, previous),
    repository: workspace.group.repository ?? (await app.world.remoteOf(app.files)),
  })
}

async function textsOf(
  records: readonly MeetingRecord[],
  { files }: App,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { file, minutes } of records) {
    if (!minutes) continue
    const content = await files.read(file)
    const text =
      content.kind === 'text' ? content.text : content.kind === 'unusable' ? content.loose : undefined
    if (text !== undefined) texts.set(file, text)
  }
  return texts
}

/** Reads the workspace and makes its site, without any feed of before; for a preview. */
export async function previewSite(
  app: App,
  settings: Pick<SiteSettings, 'assets' | 'memory'>,
): Promise<ReadonlyMap<string, string>> {
  return loadSite(app, await load(app), { ...settings, base: '/', previous: undefined })
}

/** What earlier runs have kept for a workspace, and what puts it away again. */
export interface SiteShelf {
  readonly memory: SiteMemory
  readonly close: () => Promise<void>
}

/** Opens what was kept of the pages of a workspace. Without a cache everything is made anew. */
export async function openSiteShelf({ world, files }: App): Promise<SiteShelf> {
  const cache = await world.openCache()
  if (!cache) return { memory: passingMemory(), close: async () => undefined }
  const shelf = `site ${files.root}`
  const memory = openMemory(await cache.load(shelf), cache)
  return {
    memory,
    close: async () => {
      const pack = memory.pack()
      if (pack !== undefined) await cache.store(shelf, pack)
    },
  }
}
