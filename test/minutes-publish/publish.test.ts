import { describe, expect, test } from 'vitest'
import { issuesWith } from '../meeting-issue/stage.ts'
import { BRANCH, HOME, KEY, merge, NOTES, onStage, PATH, proposals, publish, seenOf, TIDY } from './stage.ts'

describe('publishing minutes on GitHub', () => {
  test('opens one pull request with the tidied notes, and tells of it in the issue', () =>
    onStage(async (stage) => {
      const { code, err, out } = await publish(stage)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(
        '+ open pull request in example/security-wg: Minutes of Example Security WG Meeting 2026-12-10',
      )
      expect(stage.server.requests).toHaveLength(4)
      const seen = seenOf(stage)
      expect(seen.onBranch).toBe(TIDY)
      expect(seen.onMain).toBeUndefined()
      expect(seen.proposals).toHaveLength(1)
      expect(seen.issue.state).toBe('OPEN')
      expect(seen.issue.comments).toEqual([
        `<!-- wg:told minutes of ${KEY} proposed -->\nThe minutes of this meeting are proposed: https://github.com/${HOME}/pull/${seen.proposals[0]?.number}`,
      ])
      expect(stage.files.written).toEqual([])
    }))

  test('twice changes nothing, by one request', () =>
    onStage(async (stage) => {
      await publish(stage)
      const seen = seenOf(stage)
      stage.server.forget()
      expect((await publish(stage)).out).toContain('Nothing to do.')
      expect(stage.server.requests).toHaveLength(1)
      expect(seenOf(stage)).toEqual(seen)
    }))

  test('prints a plan and writes nothing with --dry-run', () =>
    onStage(async (stage) => {
      const { out } = await publish(stage, '--from notes.md --dry-run')
      expect(out).toContain('    + - Choose a day #1')
      expect(stage.server.requests).toHaveLength(1)
      expect(proposals(stage)).toEqual([])
    }))

  test('again with other notes brings the same pull request up to date', () =>
    onStage(async (stage) => {
      await publish(stage)
      stage.write('notes.md', NOTES.replace('Thursdays', 'Fridays'))
      await publish(stage)
      const seen = seenOf(stage)
      expect(seen.onBranch).toBe(TIDY.replace('Thursdays', 'Fridays'))
      expect(seen.proposals).toHaveLength(1)
      expect(seen.issue.comments).toHaveLength(1)
    }))

  test('keeps what people commit to the branch and write into the pull request', () =>
    onStage(async (stage) => {
      await publish(stage)
      const text = TIDY.replace('(@ada-example)', '(@ada-example)\n- Grace Example (@grace-example)')
      stage.world.file(HOME, PATH, { text, branch: BRANCH, author: 'ada-example' })
      const [proposal] = proposals(stage)
      if (proposal) stage.world.edit(proposal, { body: `${proposal.body}\n\nAda: I have read it.` })
      stage.write('notes.md', `${NOTES}\n• A last word\n`)
      expect((await publish(stage)).code).toBe(0)
      const seen = seenOf(stage)
      expect(seen.onBranch).toBe(`${text}\n- A last word\n`)
      expect(seen.proposals[0]?.body).toMatch(/Ada: I have read it\.$/)
    }))

  test('closes the issue when the minutes have landed, with one comment', () =>
    onStage(async (stage) => {
      await publish(stage)
      merge(stage)
      expect((await publish(stage)).code).toBe(0)
      const seen = seenOf(stage)
      expect(seen.onMain).toBe(TIDY)
      expect(seen.proposals.map(({ state }) => state)).toEqual(['MERGED'])
      expect(seen.issue).toMatchObject({ state: 'CLOSED', reason: 'COMPLETED' })
      expect(seen.issue.comments).toHaveLength(2)
      stage.server.forget()
      await publish(stage)
      expect(stage.server.requests).toHaveLength(1)
      expect(seenOf(stage)).toEqual(seen)
    }))

  test('knows the minutes that landed with what reviewers have put right', () =>
    onStage(async (stage) => {
      await publish(stage)
      const text = TIDY.replace('Thursdays', 'Thursdays, all of them')
      stage.world.file(HOME, PATH, { text, branch: BRANCH, author: 'ada-example' })
      merge(stage)
      expect((await publish(stage)).code).toBe(0)
      const seen = seenOf(stage)
      expect(seen.onMain).toBe(text)
      expect(seen.proposals).toHaveLength(1)
      expect(seen.issue.state).toBe('CLOSED')
    }))

  test('refuses notes that would lose a line which people have put on the default branch', () =>
    onStage(async (stage) => {
      stage.world.file(HOME, PATH, {
        text: '# Meeting 2026-12-10\n\nAda: we chose already.\n',
        author: 'ada-example',
      })
      const { code, err } = await publish(stage)
      expect(code).toBe(1)
      expect(err).toContain('would be lost: `Ada: we chose already.`')
      expect(proposals(stage)).toEqual([])
    }))

  test('leaves an issue open that somebody has opened again', () =>
    onStage(async (stage) => {
      await publish(stage)
      merge(stage)
      await publish(stage)
      const [issue] = issuesWith(stage.world)
      if (issue) stage.world.edit(issue, { state: 'OPEN' })
      await publish(stage)
      expect(seenOf(stage).issue.state).toBe('OPEN')
    }))

  test('takes the file of the workspace when no notes are named', () =>
    onStage(async (stage) => {
      expect((await publish(stage, '')).err).toContain(`\`${PATH}\` does not exist.`)
      stage.write(PATH, NOTES)
      expect((await publish(stage, '')).code).toBe(0)
      expect(seenOf(stage).onBranch).toBe(TIDY)
    }))
})

describe('preparing minutes with GitHub', () => {
  test('takes the agenda of the issue with what people wrote into it', () =>
    onStage(async (stage) => {
      const [issue] = issuesWith(stage.world)
      const body = issue?.body.replace('- Announcements', '- Announcements\n  - Ada: a new member')
      if (issue && body !== undefined) stage.world.edit(issue, { body })
      expect((await stage.run(`minutes new ${KEY}`)).code).toBe(0)
      const text = stage.files.texts.get(PATH) ?? ''
      expect(text).toContain('- Announcements\n  - Ada: a new member\n')
      expect(text).toMatch(/^- \[doc: how to report #2\]\(https:\S+\)$/m)
      expect(text).toContain(`- GitHub issue: <https://github.com/${HOME}/issues/${issue?.number}>`)
    }))

  test('publishes a skeleton only when something is noted in it', () =>
    onStage(async (stage) => {
      await stage.run(`minutes new ${KEY}`)
      expect((await publish(stage, '')).err).toContain('nobody has noted anything yet')
      const text = stage.files.texts.get(PATH) ?? ''
      stage.write(PATH, text.replace('- Announcements', '- Announcements\n  - Ada is back'))
      expect((await publish(stage, '')).code).toBe(0)
      expect(seenOf(stage).onBranch).toContain('  - Ada is back')
    }))
})
