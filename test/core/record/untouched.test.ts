import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { isUntouched } from '../../../src/core/record/untouched.ts'
import { memoryFiles, wg } from '../../world.ts'

const PATH = 'meetings/core/2026-04-02.md'

const template = (name: string) => readFile(new URL(`../../../templates/${name}.md`, import.meta.url), 'utf8')

/** The file that `wg meeting new` writes. */
async function prepared(templates: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = memoryFiles({
    'wg.yml': 'name: Example Group\n',
    'members.yml':
      'members:\n  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: 2025-01-01 }] }\n',
    'charters/core.md': '---\nname: Core\nhistory: [{ date: 2025-01-01, state: chartered }]\n---\n',
    'meetings/core.yml':
      'title: Core\nteam: core\nstarts: 2026-04-02 15:00\nzone: Europe/Vienna\nrepeats: every week\ninvite: ["team:core"]\nstanding: [Announcements]\n',
    ...templates,
  })
  await wg(['meeting', 'new'], { files, now: '2026-04-01T09:00:00Z' })
  return files.texts.get(PATH) ?? ''
}

const OWN = `# {{ meeting.title }}

We follow the code of conduct.

## Present

<!-- wg:invited -->
<!-- /wg:invited -->

## Agenda

<!-- wg:agenda -->
<!-- /wg:agenda -->
`

describe('a file that wg prepared', () => {
  test('is untouched as it was written, also with Windows line ends', async () => {
    const text = await prepared()
    expect(text).toContain('wg:meeting core/2026-04-02')
    const templates = [await template('agenda')]
    expect(isUntouched(text, templates)).toBe(true)
    expect(isUntouched(text.replaceAll('\n', '\r\n'), templates)).toBe(true)
  })

  test("is untouched with the lines of the group's own template, and touched without knowing it", async () => {
    const text = await prepared({ 'templates/agenda.md': OWN })
    expect(text).toContain('code of conduct')
    expect(isUntouched(text, [OWN])).toBe(true)
    expect(isUntouched(text, [])).toBe(false)
  })

  test.each<[string, (text: string) => string, boolean]>([
    [
      'an item on the agenda',
      (text) => text.replace('- Announcements\n', '- Announcements\n- Budget\n'),
      true,
    ],
    [
      'notes below an item',
      (text) => text.replace('- Announcements\n', '- Announcements\n  - Ada is back\n'),
      false,
    ],
    ['a line of notes', (text) => `${text}\nWe talked.\n`, false],
    ['a heading', (text) => `${text}\n## Decisions\n`, true],
    ['a label without a value', (text) => `${text}\n* **Recording**:\n`, true],
    ['a label with a value', (text) => `${text}\n* **Recording**: https://example.org/r\n`, false],
    [
      'somebody among those invited',
      (text) => text.replace('<!-- /wg:invited', '- Ben\n<!-- /wg:invited'),
      false,
    ],
    ['its key taken out', (text) => text.replace(/<!-- wg:meeting .*-->/, ''), false],
  ])('with %s', async (_, change, untouched) => {
    const text = await prepared()
    expect(change(text)).not.toBe(text)
    expect(isUntouched(change(text), [await template('agenda')])).toBe(untouched)
  })

  test('an empty file is untouched, a hand-written one is not', () => {
    expect(isUntouched(' \n')).toBe(true)
    expect(isUntouched('# Core 2026-04-02\n\n## Present\n')).toBe(false)
  })
})
