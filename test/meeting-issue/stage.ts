import { connectGitHub } from '../../src/adapters/github/connect.ts'
import type { Patience } from '../../src/adapters/github/patience.ts'
import type { GitHub } from '../../src/ports.ts'
import { type GithubServer, serveGithub } from '../github/serve.ts'
import { makeWorld, type World } from '../github/world.ts'
import { memoryFiles, type MemoryFiles, type Outcome, wg } from '../world.ts'

/** The moment of the tests: within the week in which the meeting's issue is open. */
export const NOW = '2026-12-04T09:00:00Z'

/** The meeting that most tests are about: 10 December 2026, 20:00 UTC. */
export const KEY = 'security-wg/2026-12-10'

/** A token that no output may hold. */
export const TOKEN = 'ghp_neverPrintThisToken0123456789'

export const HOME = 'example/security-wg'

const SERIES = `title: Security WG
team: security-wg
starts: 2026-01-08 15:00
zone: America/New_York
repeats: every 2 weeks
github:
  repository: ${HOME}
  agenda: { label: wg-agenda, from: [org:example] }
join: https://example.org/join
standing: [Announcements]
`

/** The files of a small workspace with one series. */
export function workspaceTexts(series: string = SERIES): Readonly<Record<string, string>> {
  return {
    'wg.yml': 'name: Security Working Group\nhost: Example\nzones: [Europe/Dublin]\n',
    'members.yml': 'members: []\n',
    'charters/security-wg.md':
      '---\nname: Security WG\nreports-to: tsc\nhistory: [{ date: 2026-01-01, state: chartered }]\n---\n',
    'meetings/security-wg.yml': series,
  }
}

/** The series of the workspace with more lines under it. */
export function seriesWith(more: string): string {
  return `${SERIES}${more}`
}

/** The series with a change of its meeting of 10 December. */
export function seriesChanged(change: string): string {
  return seriesWith(`changes: { 2026-12-10: "${change}" }\n`)
}

/** An organization with a repository for the meetings, and two items for the agenda; one may be missing a label. */
export function smallGitHub({ label = true }: { readonly label?: boolean } = {}): World {
  const world = makeWorld({ now: NOW })
  world.user('ada-example')
  world.organization('example', { admins: ['ada-example'] })
  world.repository(HOME)
  world.label(HOME, 'wg-agenda')
  if (label) world.label(HOME, 'meeting')
  world.issue(HOME, { title: 'Choose a day', labels: ['wg-agenda'] })
  world.pullRequest(HOME, { title: 'doc: how to report', labels: ['wg-agenda'] })
  world.token(TOKEN, { login: 'ada-example' })
  return world
}

/** A workspace in memory beside a GitHub on a port; the program runs in this process and speaks real HTTP. */
export interface Stage {
  readonly world: World
  readonly server: GithubServer
  readonly files: MemoryFiles
  readonly connect: () => GitHub
  /** Runs `wg …` at `NOW`, or at another moment. */
  readonly run: (command?: string, now?: string) => Promise<Outcome>
  /** Runs `wg meeting new`, and waits for something between asking and writing. */
  readonly runAfterAsking: (wait: () => Promise<void>) => Promise<Outcome>
  readonly write: (path: string, text: string) => void
  /** The same world, files and server with other settings. */
  readonly with: (options: Omit<StageOptions, 'world' | 'texts'>) => Stage
}

export interface StageOptions {
  readonly world?: World
  readonly texts?: Readonly<Record<string, string>>
  readonly patience?: Partial<Patience>
  /** Milliseconds for one request. */
  readonly timeout?: number
  readonly token?: string
}

/** Runs some work on a stage, and then holds that the local GitHub knew every answer. */
export async function onStage<Result>(
  options: StageOptions,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const world = options.world ?? smallGitHub()
  const server = serveGithub(world)
  await server.start()
  try {
    const result = await work(
      makeStage(server, { ...options, world, files: memoryFiles(options.texts ?? workspaceTexts()) }),
    )
    if (server.unmodelled.length > 0) throw new Error(`not modelled: ${server.unmodelled.join(', ')}`)
    return result
  } finally {
    await server.stop()
  }
}

interface StageSettings extends StageOptions {
  readonly world: World
  readonly files: MemoryFiles
}

function makeStage(server: GithubServer, settings: StageSettings): Stage {
  const { world, files, timeout = 5000, token = TOKEN } = settings
  const patience = { budget: 0, pause: 1, tell: () => undefined, ...settings.patience }
  const connect = () => connectGitHub({ token, apiUrl: server.graphqlUrl, timeout }, patience)
  return {
    world,
    server,
    files,
    connect,
    run: (command = 'meeting new', now = NOW) =>
      wg(command.split(' '), {
        files,
        now,
        world: { connect: async () => (token === '' ? undefined : connect()) },
      }),
    runAfterAsking: (wait) => {
      const { reader, ...github } = connect()
      const ask: typeof reader.ask = async (question) => {
        const answer = await reader.ask(question)
        await wait()
        return answer
      }
      return wg(['meeting', 'new'], {
        files,
        now: NOW,
        world: { connect: async () => ({ ...github, reader: { ...reader, ask } }) },
      })
    },
    write: (path, text) => void files.texts.set(path, text),
    with: (more) => makeStage(server, { ...settings, ...more }),
  }
}

/** The issues of a repository that carry a key, the lowest number first. */
export function issuesWith(world: World, key: string = KEY, repository = HOME) {
  return world
    .findRepository(repository)
    .items.flatMap((item) => (item.__typename === 'Issue' ? [item] : []))
    .filter(({ body }) => body.includes(`<!-- wg:meeting ${key} -->`))
}
