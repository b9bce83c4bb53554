import { readdir, readFile } from 'node:fs/promises'
import { run } from '../src/cli/run.ts'
import type { World } from '../src/cli/world.ts'
import type { BuiltInWorkflow } from '../src/core/plan/workflow-files.ts'
import type { Files } from '../src/ports.ts'

/** Files in memory, and what was written to them. */
export interface MemoryFiles extends Files {
  readonly texts: Map<string, string>
  readonly written: string[]
}

export function memoryFiles(texts: Readonly<Record<string, string>>): MemoryFiles {
  const held = new Map(Object.entries(texts))
  const written: string[] = []
  return {
    root: '/workspace',
    texts: held,
    written,
    read: async (path) => {
      const text = held.get(path)
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text }
    },
    list: async (folder) =>
      [...held.keys()].filter((path) => folder === '' || path.startsWith(`${folder}/`)).sort(),
    write: async (path, text) => {
      held.set(path, text)
      written.push(path)
    },
    remove: async (path) => void held.delete(path),
  }
}

const templates = new URL('../templates/', import.meta.url)

/** The workflows as they lie in this repository. */
export async function builtInWorkflows(): Promise<readonly BuiltInWorkflow[]> {
  const names = (await readdir(new URL('workflows/', templates)))
    .filter((name) => name.endsWith('.yml'))
    .sort()
  return Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(new URL(`workflows/${name}`, templates), 'utf8'),
      earlier: [],
    })),
  )
}

/** What a command line printed, and how it ended. */
export interface Outcome {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** Where a command line runs. */
export interface Stage {
  readonly files: Files
  readonly now: string
  readonly zone?: string
  readonly world?: Partial<World>
}

/** Runs `wg …` in this process, on files in memory and at a fixed moment. */
export async function wg(
  argv: readonly string[],
  { files, now, zone = 'Europe/Vienna', world = {} }: Stage,
): Promise<Outcome> {
  const printed = { out: '', err: '' }
  const code = await run(argv, {
    version: '0.0.0-test',
    clock: () => new Date(now),
    terminal: {
      print: (text) => void (printed.out += text),
      say: (text) => void (printed.err += text),
      interactive: false,
      color: false,
      zone,
    },
    prompter: { text: async () => undefined, choose: async () => undefined },
    openFiles: async () => files,
    readInput: async () => ({ kind: 'text', text: '' }),
    remoteOf: async () => undefined,
    folderOf: async () => '',
    template: (name) => readFile(new URL(`../templates/${name}.md`, import.meta.url), 'utf8'),
    workflows: async () => builtInWorkflows(),
    connect: async () => undefined,
    fetchText: async (address) => Promise.reject(new Error(`no network in this test: ${address}`)),
    serve: async () => Promise.reject(new Error('no server in this test')),
    watch: async () => ({ stop: () => undefined }),
    siteAssets: async () => new Map([['site.css', 'body{}\n']]),
    openCache: async () => undefined,
    environment: { actions: false, zoneData: '2022a' },
    ...world,
  })
  return { ...printed, code }
}
