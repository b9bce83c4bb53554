import { connectGitHub } from '../../src/adapters/github/connect.ts'
import type { App } from '../../src/cli/app.ts'
import { carryOut, type Done } from '../../src/cli/carry-out.ts'
import { answeredBranch } from '../../src/core/github/answered-branch.ts'
import type { Answer } from '../../src/core/github/question.ts'
import { type Proposal, proposeFiles } from '../../src/core/plan/propose-files.ts'
import { type GithubServer, serveGithub } from '../github/serve.ts'
import { makeWorld, type World } from '../github/world.ts'

export const HOME = 'example/security-wg'
export const BRANCH = 'wg/minutes/2026-12-10'
export const PATH = 'meetings/2026-12-10.md'

/** A repository in which files are proposed. */
export interface Stage {
  readonly world: World
  readonly server: GithubServer
  /** Proposes that the file holds a text. */
  readonly propose: (text: string, more?: Partial<Proposal>) => Promise<Done>
  /** What a file holds on a branch. */
  readonly read: (branch: string, path?: string) => string | undefined
}

/** Runs some work on a stage, and then holds that the local GitHub knew every answer. */
export async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const world = makeWorld({ now: '2026-12-11T09:00:00Z' })
  world.user('ada-example')
  world.organization('example', { admins: ['ada-example'] })
  world.repository(HOME, { files: { 'README.md': '# Security\n' } })
  world.token('ghp_example', { login: 'ada-example' })
  const server = serveGithub(world)
  await server.start()
  try {
    await work({
      world,
      server,
      propose: (text, more) => propose(server, { ...proposalOf(text), ...more }),
      read: (branch, path = PATH) => world.readFile(HOME, path, branch),
    })
    if (server.unmodelled.length > 0) throw new Error(`not modelled: ${server.unmodelled.join(', ')}`)
  } finally {
    await server.stop()
  }
}

function proposalOf(text: string): Proposal {
  return {
    repository: HOME,
    branch: BRANCH,
    paths: [PATH],
    files: new Map([[PATH, text]]),
    title: 'Minutes of 2026-12-10',
    body: (existing) => existing ?? 'The minutes.',
    headline: 'Add the minutes of 2026-12-10',
  }
}

async function propose(server: GithubServer, proposal: Proposal): Promise<Done> {
  const github = connectGitHub(
    { token: 'ghp_example', apiUrl: server.graphqlUrl, timeout: 1000 },
    { budget: 0, pause: 1, tell: () => undefined },
  )
  const question = { branches: [proposal] }
  const plan = (answer: Answer) => proposeFiles(proposal, answeredBranch(answer, proposal))
  const answer = await github.reader.ask(question)
  const quiet = { options: { quiet: true }, world: { terminal: { color: false } } } as App
  return carryOut({ github, question, answer, plan }, quiet, false)
}

/** The pull requests of the repository. */
export function pullRequests({ world }: Stage) {
  return world.findRepository(HOME).items.flatMap((item) => (item.__typename === 'PullRequest' ? [item] : []))
}

/** Where an issue or pull request of the repository is seen. */
export function urlOf(number: number | undefined, kind: 'pull' | 'issues'): string {
  return `https://github.com/${HOME}/${kind}/${number}`
}
