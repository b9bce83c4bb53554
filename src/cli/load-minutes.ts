import type { MinutesRecord } from '../core/minutes/minutes-record.ts'
import type { MinutesWords } from '../core/minutes/minutes-words.ts'
import {
  folderOf,
  lacksLogins,
  membersByName,
  type MinutesReader,
  type MinutesText,
  readFolder,
} from '../core/minutes/read-folder.ts'
import { openReadings, readWithoutMemory } from '../core/minutes/readings.ts'
import type { Member } from '../core/people/roster.ts'
import { groupBy } from '../core/group-by.ts'
import type { App } from './app.ts'

/** What is known before any minutes are read. */
export interface MinutesMatter {
  readonly words: MinutesWords
  readonly members: readonly Member[]
}

/** A reader of minutes with a memory, and what puts the memory away. */
export interface Shelf {
  readonly read: MinutesReader
  readonly close: () => Promise<void>
}

/** Opens what earlier runs have read of a folder; without a cache, or where nothing fits, everything is read anew. */
export async function openShelf(
  { world, files }: Pick<App, 'world' | 'files'>,
  words: MinutesWords,
  folder: string,
): Promise<Shelf> {
  const cache = await world.openCache()
  if (!cache) return { read: readWithoutMemory(words), close: async () => undefined }
  const shelf = `minutes ${files.root} ${folder}`
  const readings = openReadings(await cache.load(shelf), { words, stamp: cache.stamp, digest: cache.digest })
  return {
    read: readings.read,
    close: async () => {
      const pack = readings.pack()
      if (pack !== undefined) await cache.store(shelf, pack)
    },
  }
}

/** Reads minutes folder by folder, through the cache, and gives a record for each, by path. */
export async function loadMinutes(
  texts: readonly MinutesText[],
  app: Pick<App, 'world' | 'files'>,
  { words, members }: MinutesMatter,
): Promise<ReadonlyMap<string, MinutesRecord>> {
  const records = new Map<string, MinutesRecord>()
  for (const [folder, files] of groupBy(texts, ({ path }) => folderOf(path))) {
    const shelf = await openShelf(app, words, folder)
    const read = readFolder(files, { members, read: shelf.read })
    files.forEach(({ path }, index) => {
      const record = read[index]
      if (record) records.set(path, record)
    })
    await shelf.close()
  }
  return records
}

/** Whether the other minutes of a folder are needed to know who stands in this one. */
export function needsNeighbours(text: MinutesText, { words, members }: MinutesMatter): boolean {
  return lacksLogins(readWithoutMemory(words)(text, new Map()), membersByName(members))
}
