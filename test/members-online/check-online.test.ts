import { expect, test } from 'vitest'
import { accountChecks } from '../../src/core/checks/account-checks.ts'
import { onStage, type Stage, smallGitHub, TOKEN, workspaceTexts } from '../meeting-issue/stage.ts'

const SERVES = 'serves: [{ team: security-wg, since: 2026-01-01 }]'

const ROSTER = (entries: readonly string[]) => `# who is here
members:
${entries.map((entry) => `  - ${entry}\n    name: Somebody\n    ${SERVES} # since the beginning\n`).join('\n')}`

function texts(entries: readonly string[]): Readonly<Record<string, string>> {
  const series = workspaceTexts()['meetings/security-wg.yml'] ?? ''
  return {
    ...workspaceTexts(`${series}invite: ['@olga-example', team:security-wg]\n`),
    'members.yml': ROSTER(entries),
  }
}

function github() {
  const world = smallGitHub()
  const [olga, kim] = [world.user('olga-example'), world.user('kim-example')]
  world.user('Lin-Example')
  return { world, ids: { olga: olga.databaseId, kim: kim.databaseId } }
}

/** What the checks of accounts find. */
const problems = async (stage: Stage) => {
  const { out } = await stage.run('check --online --json')
  const found = JSON.parse(out) as { problems: { rule: string; message: string; line: number }[] }
  return found.problems.filter(({ rule }) => accountChecks.some(({ name }) => name === rule))
}

test('people who are on GitHub as the file says are one request, and no problem', async () => {
  const { world, ids } = github()
  const entries = [`login: olga-example\n    id: ${ids.olga}`, `login: kim-example\n    id: ${ids.kim}`]
  await onStage({ world, texts: texts(entries) }, async (stage) => {
    expect(await problems(stage)).toEqual([])
    expect(stage.server.requests).toHaveLength(1)
  })
})

test('three hundred logins are three requests', async () => {
  const world = smallGitHub()
  const entries = Array.from({ length: 300 }, (_, index) => {
    const login = `person-${index}x`
    return `login: ${login}\n    id: ${world.user(login).databaseId}`
  })
  world.user('olga-example')
  await onStage({ world, texts: texts(entries.slice(0, 299)) }, async (stage) => {
    expect(await problems(stage)).toEqual([])
    expect(stage.server.requests).toHaveLength(3)
  })
})

test('a new login is found by the number, and --fix writes it wherever it stands, with every comment', async () => {
  const { world, ids } = github()
  world.renameUser('olga-example', 'olga-new')
  await onStage(
    { world, texts: texts([`login: olga-example # she\n    id: ${ids.olga}`]) },
    async (stage) => {
      const found = await problems(stage)
      expect(found).toMatchObject([
        {
          rule: 'account-has-its-login',
          line: 3,
          message: '`olga-example` is called `olga-new` on GitHub by now.',
        },
      ])
      const dry = await stage.run('check --online --fix --dry-run')
      expect(dry.out).toContain('+   - login: olga-new # she')
      expect(stage.files.written).toEqual([])
      await stage.run('check --online --fix')
      expect(stage.files.texts.get('members.yml')).toBe(
        ROSTER([`login: olga-new # she\n    id: ${ids.olga}`]),
      )
      expect(stage.files.texts.get('meetings/security-wg.yml')).toContain("['@olga-new', team:security-wg]")
      expect(await problems(stage)).toEqual([])
    },
  )
})

test('a login that somebody else has taken is told, and never fixed by guess', async () => {
  const { world, ids } = github()
  world.renameUser('olga-example', 'olga-gone')
  world.deleteUser('olga-gone')
  const other = world.user('olga-example')
  const entry = `login: olga-example\n    id: ${ids.olga}`
  await onStage({ world, texts: texts([entry]) }, async (stage) => {
    const found = await problems(stage)
    expect(found).toMatchObject([
      {
        rule: 'login-is-of-the-same-account',
        message: `\`olga-example\` is the account with the number ${other.databaseId} now, and was number ${ids.olga}: somebody else may have taken the login.`,
      },
    ])
    const fixed = await stage.run('check --online --fix')
    expect(fixed.code).toBe(1)
    expect(stage.files.written).toEqual([])
  })
})

test('a login that was taken over is found again by its number', async () => {
  const { world, ids } = github()
  world.renameUser('olga-example', 'olga-new')
  world.user('olga-example')
  await onStage({ world, texts: texts([`login: olga-example\n    id: ${ids.olga}`]) }, async (stage) => {
    expect(await problems(stage)).toMatchObject([{ rule: 'account-has-its-login' }])
  })
})

test('nobody at all is an error for those who serve, a warning for those who left, and an error in an invitation', async () => {
  const { world } = github()
  const left = 'serves: [{ team: security-wg, since: 2026-01-01, until: 2026-02-01 }]'
  const roster = `members:\n  - { login: nobody-1, name: One, ${SERVES} }\n  - { login: nobody-2, name: Two, ${left} }\n`
  const series = `${workspaceTexts()['meetings/security-wg.yml'] ?? ''}invite: [nobody-3]\n`
  await onStage({ world, texts: { ...workspaceTexts(series), 'members.yml': roster } }, async (stage) => {
    const found = await problems(stage)
    const told = found.map(({ rule }) => rule)
    expect(told.sort()).toEqual(['account-exists', 'former-account-exists', 'invited-account-exists'])
  })
})

test('spelling and missing numbers are written by --fix', async () => {
  const { world, ids } = github()
  await onStage({ world, texts: texts(['login: lin-example', 'login: kim-example']) }, async (stage) => {
    const before = await stage.run('check --online')
    expect(before.out).toContain('3 of 3 have none')
    await stage.run('check --online --fix')
    const roster = stage.files.texts.get('members.yml')
    expect(roster).toContain('login: Lin-Example')
    expect(roster).toContain(`id: ${ids.kim}`)
    expect(await problems(stage)).toEqual([])
  })
})

test('what GitHub would not answer is an error, and nobody is said to be gone', async () => {
  const { world } = github()
  await onStage({ world, texts: texts(['login: kim-example']) }, async (stage) => {
    stage.server.fault({ kind: '502-html', at: 1, times: 1000 })
    const { code, err, out } = await stage.run('check --online --fix')
    expect(code).toBe(1)
    expect(err).toMatch(/4 times in a row/)
    expect(`${out}${err}`).not.toMatch(/Nobody is called|\n\s+at /)
    expect(stage.files.written).toEqual([])
  })
})

test('it takes a token, and never prints it', async () => {
  await onStage({ texts: texts(['login: kim-example']), token: '' }, async (stage) => {
    const { code, err } = await stage.run('check --online')
    expect({ code, told: err.includes('takes a token') }).toEqual({ code: 1, told: true })
  })
  await onStage({ texts: texts(['login: kim-example']) }, async (stage) => {
    const { out, err } = await stage.run('check --online')
    expect(`${out}${err}`).not.toContain(TOKEN)
  })
})
