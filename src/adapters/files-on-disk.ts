import { lstat, mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { refuse } from '../core/problem.ts'
import type { FileContent } from '../core/file-content.ts'
import type { Files } from '../ports.ts'

/** Larger files are no text that a person wrote. */
export const MOST_BYTES = 64 * 1024 * 1024

/** The files below a folder of the disk. Links that lead out of it are not followed; writes are by rename. */
export function filesOnDisk(root: string): Files {
  const absolute = resolve(root)
  return {
    root: absolute,
    read: (path) => readFile(absolute, path),
    list: async (folder) => (await listFiles(absolute, folder)).sort(),
    write: (path, text) => writeFile(absolute, path, text),
    remove: (path) => removeFile(absolute, path),
  }
}

/** The nearest folder at or above `start` that holds `name`; undefined when none does. */
export async function findUpward(start: string, name: string): Promise<string | undefined> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found?.isFile()) return folder
    if (folder === dirname(folder)) return undefined
  }
}

async function readFile(root: string, path: string): Promise<FileContent> {
  try {
    const whole = join(root, path)
    if (!isInside(resolve(root), resolve(whole)))
      return { kind: 'unusable', why: 'leads out of the workspace' }
    if (!isInside(await realpath(root), await realpath(whole)))
      return { kind: 'unusable', why: 'is a link that leads out of the workspace' }
    const { size, ...kind } = await stat(whole).then((found) => ({ size: found.size, file: found.isFile() }))
    if (!kind.file) return { kind: 'unusable', why: 'is no file' }
    if (size > MOST_BYTES)
      return { kind: 'unusable', why: `is too large (${Math.round(size / 1024 / 1024)} MB)` }
    return decodeText(await readBytes(whole))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
    return { kind: 'unusable', why: REASONS[code] ?? `cannot be read (${code})` }
  }
}

async function readBytes(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The text of some bytes; a byte order mark stays. */
export function decodeText(bytes: Buffer): FileContent {
  if (bytes.includes(0)) return { kind: 'unusable', why: 'is binary and no text' }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'unusable', why: 'is not encoded as UTF-8', loose: new TextDecoder('utf-8').decode(bytes) }
  }
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  const found = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map(async (entry) => {
      const path = folder === '' || folder === '.' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? await listFiles(root, path) : [path]
    })
  return (await Promise.all(found)).flat()
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by you',
  EPERM: 'may not be read or written by you',
  EROFS: 'lies on a disk that is read-only',
  ENOSPC: 'does not fit: the disk is full',
  EISDIR: 'is a folder',
  ENOENT: 'lies where no folder can be made',
  ENOTDIR: 'lies below something that is no folder',
  EEXIST: 'lies below something that is no folder',
  ENAMETOOLONG: 'has a name that is too long',
  ELOOP: 'is a link that leads to itself',
}

async function writeFile(root: string, path: string, text: string): Promise<void> {
  const whole = join(root, path)
  const temporary = join(dirname(whole), `.${path.split('/').at(-1) ?? ''}.wg-${process.pid}`)
  try {
    if (!isInside(root, whole)) throw refuse('files', `\`${path}\` leaves the workspace.`)
    await makeFolder(dirname(whole))
    if (!isInside(await realpath(root), await realpath(dirname(whole))) || (await isLink(whole))) {
      throw refuse('files', `\`${path}\` is a link; wg writes only to files of the workspace itself.`)
    }
    const mode = (await stat(whole).catch(() => undefined))?.mode
    await writeBytes(temporary, text, mode)
    await rename(temporary, whole)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const reason = REASONS[codeOf(error)]
    if (reason === undefined) throw error
    throw refuse(
      'files',
      `\`${path}\` ${reason}.`,
      'Nothing of it was changed. Put the permissions right and run the command again.',
    )
  }
}

async function removeFile(root: string, path: string): Promise<void> {
  const whole = join(root, path)
  if (!isInside(root, whole) || whole === root) throw refuse('files', `\`${path}\` leaves the workspace.`)
  const folder = await realpath(dirname(whole)).catch(() => undefined)
  if (folder === undefined) return
  if (!isInside(await realpath(root), folder))
    throw refuse('files', `\`${path}\` lies behind a link; wg removes only files of the workspace itself.`)
  try {
    await rm(whole)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw refuse('files', `\`${path}\` ${REASONS[codeOf(error)] ?? 'cannot be removed'}.`)
  }
  for (let empty = dirname(whole); empty !== root; empty = dirname(empty))
    if ((await rmdir(empty).catch(codeOf)) !== undefined) return
}

/** Level by level: `mkdir` with `recursive` never comes back where a disk says ENOENT to a folder that has a parent, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  const code = await mkdir(folder).then(() => undefined, codeOf)
  if (code === undefined) return
  if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
  if (code !== 'ENOENT' || dirname(folder) === folder)
    throw Object.assign(new Error(`no folder ${folder}`), { code })
  await makeFolder(dirname(folder))
  await mkdir(folder)
}

async function writeBytes(path: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'w', mode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === resolve(path)
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown'
}
