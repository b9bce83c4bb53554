import { expect, test } from 'vitest'
import { memoryFiles, wg } from '../../world.ts'

const files = () =>
  memoryFiles({
    'wg.yml': 'name: Example\nbodies: { board: Example Board }\n',
    'templates/charter.md':
      '---\n# ours\ncode-of-conduct: https://example.org/conduct\n---\n\n# {{ charter.name }} ({{ charter.team }})\n\n## Mission\n\n{{ charter.mission }}\n',
  })

const now = '2026-11-22T12:00:00Z'

test('a charter is made from answers, asks again what is wrong, and adds the headings of the kind to an own template', async () => {
  const memory = files()
  const asked: string[] = []
  const answers = ['Core *Response*', 'Answer reports.', '', 'Board', 'board', 'security@example.org', '']
  const outcome = await wg(['charter', 'new', 'core-response', '--kind', 'response-team'], {
    files: memory,
    now,
    world: {
      terminal: {
        print: () => undefined,
        say: () => undefined,
        interactive: true,
        color: false,
        zone: 'UTC',
      },
      prompter: {
        choose: async () => undefined,
        text: async ({ message, fault }) => {
          asked.push(message)
          for (let answer = answers.shift(); answer !== undefined; answer = answers.shift())
            if (fault(answer) === undefined) return answer
          return undefined
        },
      },
    },
  })
  expect(outcome.code).toBe(0)
  expect(asked).toHaveLength(6)
  const text = memory.texts.get('charters/core-response.md') ?? ''
  expect(text).toContain('# ours\n')
  expect(text).toContain(
    'name: Core *Response*\nkind: response-team\nreports-to: board\nmission: Answer reports.\n',
  )
  expect(text).toContain('address: security@example.org')
  expect(text).toContain('# Core \\*Response\\* (core-response)')
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
    'Mission',
    'In scope',
    'Out of scope',
    'Responsibilities',
  ])
})

test('nothing is written when a person gives up', async () => {
  const memory = files()
  const { code } = await wg(['charter', 'new', 'core'], {
    files: memory,
    now,
    world: {
      terminal: {
        print: () => undefined,
        say: () => undefined,
        interactive: true,
        color: false,
        zone: 'UTC',
      },
    },
  })
  expect(code).toBe(1)
  expect(memory.written).toEqual([])
})
