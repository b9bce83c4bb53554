import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Cache } from '../ports.ts'

/** A larger shelf takes longer to read than to make again. */
const MOST_BYTES = 128 * 1024 * 1024
/** What nobody has written to for so long belongs to a workspace that is gone; at worst it is made again. */
const MOST_AGE = 180 * 24 * 3_600_000

/** What decides where the cache lies. */
export interface CacheSettings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Tells this build of the program from others. */
  readonly stamp: string
}

/**
 * The folder of the cache: `WG_CACHE`, else the place of the system for what may be deleted (XDG Base Directory Specification,
 * `XDG_CACHE_HOME`; macOS: `~/Library/Caches`; Windows: `%LOCALAPPDATA%`). Undefined when `WG_CACHE` is `off`.
 */
export function cacheFolder({ env, platform }: Pick<CacheSettings, 'env' | 'platform'>): string | undefined {
  const named = env['WG_CACHE']?.trim() ?? ''
  if (/^(?:off|no|false|0)$/i.test(named)) return undefined
  if (named !== '') return named
  const local = env['LOCALAPPDATA'] ?? ''
  if (platform === 'win32' && local !== '') return join(local, 'wg-toolkit', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'wg-toolkit')
  const xdg = env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'wg-toolkit')
}

/** The cache of the person who runs wg; undefined when it is turned off. It is written whole by renaming, and never fails. */
export function cacheOnDisk(settings: CacheSettings): Cache | undefined {
  const folder = cacheFolder(settings)
  if (folder === undefined) return undefined
  const pathOf = (shelf: string) => join(folder, `${digest(shelf)}.txt`)
  return {
    stamp: settings.stamp,
    digest,
    load: (shelf) => load(pathOf(shelf)),
    store: (shelf, text) => store(folder, pathOf(shelf), text),
  }
}

/** 132 bits of SHA-256. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

async function load(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() && found.size <= MOST_BYTES ? await readFile(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}

async function store(folder: string, path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(temporary, text, { mode: 0o600 })
    await rename(temporary, path)
    await sweep(folder)
  } catch {
    // The next run makes it again.
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function sweep(folder: string): Promise<void> {
  const oldest = Date.now() - MOST_AGE
  for (const name of await readdir(folder)) {
    if (!/^[\w-]{22}\.txt/.test(name)) continue
    const path = join(folder, name)
    if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true })
  }
}
