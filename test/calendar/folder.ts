import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { realWorld } from '../../src/real-world.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/main.js')

/** What a program printed, and how it ended. */
export interface Ended {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** A folder of the disk that goes away with the test. */
export interface Folder {
  readonly path: string
  readonly read: (path: string) => string
  readonly write: (path: string, text: string) => void
}

export function makeFolder(texts: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'wg-calendar-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  for (const [name, text] of Object.entries(texts)) write(name, text)
  return { path, write, read: (name) => readFileSync(join(path, name), 'utf8') }
}

/** Starts a program and waits for its end; a program that is not there is an error. */
export async function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(
      program,
      [...args],
      { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        if (error && typeof error.code !== 'number') reject(new Error(error.message))
        else resolve({ out, err, code: Number(error?.code ?? 0) })
      },
    )
  })
}

/** Runs `wg` on a folder of the disk, in this process with more in its environment. */
export async function runWg(
  folder: Folder,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const printed = { out: '', err: '' }
  const argv = ['--cwd', folder.path, ...args]
  const code = await run(
    argv,
    await realWorld({
      env: { ...process.env, ...env },
      argv,
      stdout: { write: (text) => (printed.out += text) },
      stderr: { write: (text) => (printed.err += text) },
      stdin: {},
    }),
  )
  return { ...printed, code }
}

/** Runs the built `wg` on a folder, as a process of its own: what a zone or language of the machine may change. */
export function startWg(
  folder: Folder,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return start(process.execPath, [PROGRAM, '--cwd', folder.path, ...args], env)
}

/** Starts `wg calendar serve`, and gives the address of what it serves; the end of the test ends it. */
export async function serveFeeds(folder: Folder, now: string): Promise<string> {
  const server = spawn(process.execPath, [
    PROGRAM,
    ...['--cwd', folder.path, '--now', now, 'calendar', 'serve', '--port', '0'],
  ])
  onTestFinished(() => void server.kill('SIGINT'))
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      const address = /listed at (http:\S+\/)\./.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', () => reject(new Error(`the server ended: ${said}`)))
  })
}
