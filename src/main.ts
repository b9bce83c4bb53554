import { readFileSync } from 'node:fs'
import { outliveReader } from './adapters/outlive-reader.ts'
import type { World } from './cli/world.ts'
import type { GitHub } from './ports.ts'

/** A name of the sources of this build, which the bundler puts in; run from its sources, wg keeps nothing. */
declare const SOURCES: string | undefined

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version

/** The real world: this process, its terminal, the clock of the machine, the disk. */
async function realWorld(): Promise<World> {
  const [{ filesOnDisk, findUpward }, { remoteRepository }] = await Promise.all([
    import('./adapters/files-on-disk.ts'),
    import('./adapters/git-remote.ts'),
  ])
  const { env, stdout, stderr, argv } = process
  const color = argv.includes('--no-color')
    ? false
    : argv.includes('--color') || (stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb')
  return {
    version: version(),
    clock: () => new Date(),
    terminal: {
      print: (text) => void stdout.write(withoutSecret(text, tokenOf(env))),
      say: (text) => void stderr.write(withoutSecret(text, tokenOf(env))),
      interactive: stdout.isTTY && process.stdin.isTTY && !env['CI'],
      color,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    prompter: {
      text: async (question) => (await import('./adapters/prompter.ts')).terminalPrompter.text(question),
      choose: async (question) => (await import('./adapters/prompter.ts')).terminalPrompter.choose(question),
    },
    openFiles: async (folder = '.', search) =>
      filesOnDisk((search === 'upward' ? await findUpward(folder, 'wg.yml') : undefined) ?? folder),
    readInput: async () => (await import('./adapters/standard-input.ts')).readStandardInput(),
    remoteOf: ({ root }) => remoteRepository(root),
    template: async (name) => readFileSync(new URL(`../templates/${name}.md`, import.meta.url), 'utf8'),
    connect: () => connect(env),
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
    environment: { actions: env['GITHUB_ACTIONS'] === 'true' },
  }
}

/** The last gate: whatever an error holds, the token is never printed. What is shorter than any token would spoil other words. */
function withoutSecret(text: string, secret: string): string {
  return secret.length < 8 ? text : text.replaceAll(secret, '***')
}

/** Seconds of an environment variable, as milliseconds. */
function seconds(text: string | undefined, standard: number): number {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) && value >= 0
    ? value * 1000
    : standard * 1000
}

function tokenOf(env: NodeJS.ProcessEnv): string {
  return (env['GITHUB_TOKEN'] || env['GH_TOKEN'] || '').trim()
}

/** GitHub, when the environment holds a token; GitHub Actions and other hosts of GitHub say where it is. */
async function connect(env: NodeJS.ProcessEnv): Promise<GitHub | undefined> {
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
      tell: (sentence) => void process.stderr.write(`${sentence}\n`),
    },
  )
}

async function main(): Promise<void> {
  outliveReader(process.stdout)
  outliveReader(process.stderr)
  const { run } = await import('./cli/run.ts')
  process.exitCode = await run(process.argv.slice(2), await realWorld())
}

void main()
