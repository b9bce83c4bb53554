import { makeWorld, type World } from './world.ts'

/** The token of `ada-example`, who may do everything in the example world. */
export const EXAMPLE_TOKEN = 'ghp_example'

/** A small organization with a working group, its repositories, and issues that wait for the next agenda. */
export function exampleWorld(now: Date | (() => Date) = () => new Date()): World {
  const world = makeWorld({ now })
  for (const login of ['ada-example', 'brook-example', 'cleo-example', 'dara-example']) world.user(login)
  world.organization('example', {
    name: 'The Example Project',
    admins: ['ada-example'],
    members: ['brook-example', 'cleo-example', 'dara-example'],
    teams: {
      'security-wg': { maintainers: ['ada-example'], members: ['brook-example', 'cleo-example'] },
      tsc: ['ada-example', 'dara-example'],
    },
  })
  world.repository('example/security-wg', {
    files: { 'README.md': '# Security WG\n', 'CHARTER.md': '# Charter\n' },
  })
  world.label('example/security-wg', 'meeting', { color: '0e8a16', description: 'A meeting of the group' })
  for (const name of ['security-wg', 'core', 'website', 'embargoed']) {
    if (name !== 'security-wg') world.repository(`example/${name}`, { private: name === 'embargoed' })
    world.label(`example/${name}`, 'security-wg-agenda', { color: 'd93f0b' })
  }
  fillAgenda(world)
  runDaily(world)
  world.token(EXAMPLE_TOKEN, { login: 'ada-example' })
  world.token('ghs_example', {
    app: 'github-actions',
    permissions: { contents: 'write', issues: 'write', pullRequests: 'write' },
    repositories: ['example/security-wg'],
  })
  world.token('ghs_fork', {
    app: 'github-actions',
    permissions: { contents: 'read', issues: 'read', pullRequests: 'read' },
    repositories: ['example/security-wg'],
  })
  return world
}

/** The group's workflow, which ran six hours ago. */
function runDaily(world: World): void {
  const ago = (hours: number) =>
    `${new Date(world.clock().getTime() - hours * 3_600_000).toISOString().slice(0, 19)}Z`
  world.workflow('example/security-wg', '.github/workflows/wg.yml', {
    name: 'wg',
    createdAt: ago(1000),
    runs: [{ createdAt: ago(30), conclusion: 'failure' }, { createdAt: ago(6) }],
  })
}

function fillAgenda(world: World): void {
  const labels = ['security-wg-agenda']
  world.issue('example/security-wg', {
    title: 'Who triages over the holidays?',
    labels,
    author: 'brook-example',
  })
  world.issue('example/security-wg', {
    title: 'Publish the threat model (20m)',
    labels,
    author: 'cleo-example',
  })
  world.issue('example/security-wg', { title: 'Last year’s retrospective', labels, state: 'CLOSED' })
  world.issue('example/core', { title: 'Drop the old cipher list', labels, author: 'dara-example' })
  world.pullRequest('example/core', {
    title: 'doc: say how to report a flaw',
    labels,
    author: 'brook-example',
  })
  world.issue('example/website', { title: 'A page for advisories', labels })
  world.issue('example/embargoed', { title: 'A flaw that nobody may read about yet', labels })
}
