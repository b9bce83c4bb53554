import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { isUntouched } from '../../../src/core/minutes/untouched.ts'
import { memoryFiles, wg } from '../../world.ts'

const PATH = 'meetings/core/2026-04-02.md'

const template = (name: string) => readFile(new URL(`../../../templates/${name}.md`, import.meta.url), 'utf8')

/** A workspace with one series. */
const workspace = (templates: Readonly<Record<string, string>> = {}) =>
  memoryFiles({
    'wg.yml': 'name: Example Group\n',
    'members.yml':
      'members:\n  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: 2025-01-01 }] }\n',
    'charters/core.md': '---\nname: Core\nhistory: [{ date: 2025-01-01, state: chartered }]\n---\n',
    'meetings/core.yml':
      'title: Core\nteam: core\nstarts: 2026-04-02 15:00\nzone: Europe/Vienna\nrepeats: every week\ninvite: ["team:core"]\nstanding: [Announcements]\n',
    ...templates,
  })

/** The file that `wg meeting new` writes. */
async function prepared(templates: Readonly<Record<string, string>> = {}): Promise<string> {
  const files = workspace(templates)
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
    expect(isUntouched(text, { templates })).toBe(true)
    expect(isUntouched(text.replaceAll('\n', '\r\n'), { templates })).toBe(true)
  })

  test("is untouched with the lines of the group's own template, and touched without knowing it", async () => {
    const text = await prepared({ 'templates/agenda.md': OWN })
    expect(text).toContain('code of conduct')
    expect(isUntouched(text, { templates: [OWN] })).toBe(true)
    expect(isUntouched(text, { templates: [] })).toBe(false)
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
    expect(isUntouched(change(text), { templates: [await template('agenda')] })).toBe(untouched)
  })

  test('an empty file is untouched, a hand-written one is not', () => {
    expect(isUntouched(' \n')).toBe(true)
    expect(isUntouched('# Core 2026-04-02\n\n## Present\n')).toBe(false)
  })

  test.each<[string, string, boolean]>([
    ['a note between two comments', '<!-- Ben --> We agreed to meet. <!-- Ada -->', false],
    ['a comment', '<!-- ask Ben -->', true],
    ['a link of the template, filled in', 'Call: https://meet.example.org/1', true],
  ])('%s', (_, line, untouched) => {
    const text = `<!-- wg:meeting core/2026-04-02 -->\n\n# Core\n\n${line}\n`
    expect(isUntouched(text, { templates: ['Call: {{ meeting.join }}\n'] })).toBe(untouched)
  })
})

describe('a file that `wg minutes new` wrote', () => {
  const NEW = { now: '2026-04-02T12:00:00Z' }
  const OVER = '2026-04-03T12:00:00Z'
  const stateOf = async (files: ReturnType<typeof workspace>) => {
    const { out } = await wg(['minutes', 'missing', '--json'], { files, now: OVER })
    const [first] = (JSON.parse(out) as { missing: { untouched: boolean }[] }).missing
    return first?.untouched
  }

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['alone', {}, []],
    ['after `wg meeting new`', {}, ['meeting new']],
    [
      "from the group's own template, with a line that is only a value",
      {
        'templates/minutes.md':
          '{{ meeting.title }}\n\n{{ series.title }} of {{ group.name }}\n\n<!-- wg:present -->\n<!-- /wg:present -->\n\n- [ ] record\n',
      },
      [],
    ],
    [
      'with open actions',
      {
        'meetings/core/2026-03-26.md':
          '# Core\n\n## Present\n\n- Ada Example (@ada-example)\n\n## Actions\n\n- [ ] Ada to write the letter\n',
      },
      [],
    ],
  ])('is untouched: %s; and touched when somebody has written', async (_, more, before) => {
    const files = workspace(more)
    for (const command of before) await wg(command.split(' '), { files, ...NEW })
    expect((await wg(['minutes', 'new', 'core/2026-04-02'], { files, ...NEW })).code).toBe(0)
    expect(await stateOf(files)).toBe(true)
    const { out } = await wg(['attendance', '--json'], { files, now: OVER })
    expect(out).not.toContain('2026-04-02')
    const { err } = await wg(['minutes', 'publish', 'core/2026-04-02'], { files, now: OVER })
    expect(err).toContain('nobody has noted anything yet')
    const text = files.texts.get(PATH) ?? ''
    for (const edited of [`${text}\nWe talked.\n`, text.replace('- [ ]', '- [x]')]) {
      files.texts.set(PATH, edited)
      expect(await stateOf(files)).toBeUndefined()
    }
  })
})
