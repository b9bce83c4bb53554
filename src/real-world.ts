import { readdirSync, readFileSync } from 'node:fs'
import type { World } from './cli/world.ts'
import type { GitHub } from './ports.ts'

/** A name of the sources of this build, which the bundler puts in; run from its sources, wg keeps nothing. */
declare const SOURCES: string | undefined

/** Where lines go. */
export interface Stream {
  readonly isTTY?: boolean
  readonly write: (text: string) => unknown
}

/** What the real world is made of: a process is one. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly argv: readonly string[]
  readonly stdout: Stream
  readonly stderr: Stream
  readonly stdin: { readonly isTTY?: boolean }
}

/** The real world: a process, its terminal, the clock of the machine, the disk, GitHub. */
export async function realWorld(surroundings: Surroundings): Promise<World> {
  const [{ filesOnDisk, findUpward }, { folderInRepository, remoteRepository }] = await Promise.all([
    import('./adapters/files-on-disk.ts'),
    import('./adapters/git-remote.ts'),
  ])
  const { env } = surroundings
  return {
    version: version(),
    clock: () => new Date(),
    terminal: terminalOf(surroundings),
    prompter: {
      text: async (question) => (await import('./adapters/prompter.ts')).terminalPrompter.text(question),
      choose: async (question) => (await import('./adapters/prompter.ts')).terminalPrompter.choose(question),
    },
    openFiles: async (folder = '.', search) =>
      filesOnDisk((search === 'upward' ? await findUpward(folder, 'wg.yml') : undefined) ?? folder),
    readInput: async () => (await import('./adapters/standard-input.ts')).readStandardInput(),
    remoteOf: ({ root }) => remoteRepository(root),
    folderOf: ({ root }) => folderInRepository(root),
    template: async (name) => readFileSync(builtIn(`${name}.md`), 'utf8'),
    workflows: async () => builtInWorkflows(),
    connect: () => connect(surroundings),
    fetchText: async (address) =>
      (await import('./adapters/feed-fetcher.ts')).fetchFeed(address, {
        timeout: seconds(env['WG_TIMEOUT'], 30),
        fetch,
      }),
    serve: async (pages, port) => (await import('./adapters/local-server.ts')).serveLocally(pages, port),
    watch: async (root, folders, changed) =>
      (await import('./adapters/watch-folders.ts')).watchFolders(root, folders, changed),
    siteAssets: async () =>
      (await import('./adapters/site-assets.ts')).readSiteAssets(new URL('../dist/site/', import.meta.url)),
    openCache: async () =>
      typeof SOURCES === 'string'
        ? (await import('./adapters/cache-on-disk.ts')).cacheOnDisk({
            env,
            platform: process.platform,
            stamp: SOURCES,
          })
        : undefined,
    environment: {
      actions: env['GITHUB_ACTIONS'] === 'true',
      ...(process.versions.tz === undefined ? {} : { zoneData: process.versions.tz }),
      readEvent: async () =>
        (await import('./adapters/event-file.ts')).readEventFile(env['GITHUB_EVENT_PATH']),
    },
  }
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

function builtIn(path: string): URL {
  return new URL(`../templates/${path}`, import.meta.url)
}

/** The workflows of this version, each with the texts that earlier versions wrote. */
function builtInWorkflows() {
  const namesIn = (folder: string) =>
    readdirSync(builtIn(folder))
      .filter((name) => name.endsWith('.yml'))
      .sort()
  const earlier = namesIn('workflows/earlier')
  return namesIn('workflows').map((name) => ({
    name,
    text: readFileSync(builtIn(`workflows/${name}`), 'utf8'),
    earlier: earlier
      .filter((each) => each.endsWith(`-${name}`))
      .map((each) => readFileSync(builtIn(`workflows/earlier/${each}`), 'utf8')),
  }))
}

function terminalOf({ env, argv, stdout, stderr, stdin }: Surroundings): World['terminal'] {
  const isTerminal = stdout.isTTY === true
  const color = argv.includes('--no-color')
    ? false
    : argv.includes('--color') || (isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb')
  return {
    print: (text) => void stdout.write(withoutSecret(text, tokenOf(env))),
    say: (text) => void stderr.write(withoutSecret(text, tokenOf(env))),
    interactive: isTerminal && stdin.isTTY === true && !env['CI'],
    color,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

/** The last gate: whatever an error holds, the token is never printed. What is shorter than any token would spoil other words. */
export function withoutSecret(text: string, secret: string): string {
  return secret.length < 8 ? text : text.replaceAll(secret, '***')
}

/** The token of an environment; empty when there is none. */
export function tokenOf(env: NodeJS.ProcessEnv): string {
  return (env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '').trim()
}

/** Seconds of an environment variable, as milliseconds. */
function seconds(text: string | undefined, standard: number): number {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) && value >= 0
    ? value * 1000
    : standard * 1000
}

/** GitHub, when the environment holds a token; GitHub Actions and other hosts of GitHub say where it is. */
async function connect({ env, stderr }: Surroundings): Promise<GitHub | undefined> {
  const token = tokenOf(env)
  if (!token) return undefined
  const { connectGitHub } = await import('./adapters/github/connect.ts')
  const apiUrl = env['GITHUB_GRAPHQL_URL'] || env['GITHUB_API_URL'] || 'https://api.github.com'
  return connectGitHub(
    {
      token,
      apiUrl,
      timeout: seconds(env['WG_TIMEOUT'], 30),
      ...(env['GITHUB_API_URL'] ? { restUrl: env['GITHUB_API_URL'] } : {}),
    },
    {
      budget: seconds(env['WG_WAIT'], 120),
      pause: seconds(env['WG_PAUSE'], 1),
      tell: (sentence) => void stderr.write(`${sentence}\n`),
    },
  )
}
