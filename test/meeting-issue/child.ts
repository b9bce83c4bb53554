import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Outcome } from '../world.ts'
import { NOW, TOKEN } from './stage.ts'

const PROGRAM = join(import.meta.dirname, '../../dist/main.js')

/** Writes a workspace into a new folder of the disk, which goes when the test ends, and gives the folder. */
export async function makeFolder(texts: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wg-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

/** How the program is started as a process of its own. */
export interface Start {
  readonly folder: string
  readonly graphqlUrl?: string
  readonly argv?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Arguments for Node itself. */
  readonly node?: readonly string[]
}

/** A process that runs, and what it said in the end; a process that was killed has the code -1. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Outcome>
}

/** Starts `wg meeting new` (or another command) at `NOW`. */
export function start({
  folder,
  graphqlUrl,
  argv = ['meeting', 'new'],
  env = {},
  node = [],
}: Start): Started {
  const child = spawn(process.execPath, [...node, PROGRAM, ...argv, '--now', NOW], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      WG_PAUSE: '0.01',
      WG_WAIT: '0',
      ...(graphqlUrl === undefined ? {} : { GITHUB_TOKEN: TOKEN, GITHUB_GRAPHQL_URL: graphqlUrl }),
      ...env,
    },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()))
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...said, code: code ?? -1 }))
  })
  return { child, ended }
}
