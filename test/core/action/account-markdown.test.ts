import fc from 'fast-check'
import type { Nodes, TableRow } from 'mdast'
import { describe, expect, test } from 'vitest'
import { accountMarkdown } from '../../../src/core/action/account-markdown.ts'
import { jobSummary, textSummary } from '../../../src/core/action/job-summary.ts'
import { logLines } from '../../../src/core/action/log-lines.ts'
import { type Account, readDocument } from '../../../src/core/action/read-document.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { allNodes, readMarkdown } from '../../read-markdown.ts'
import { runs } from '../../thoroughness.ts'

const read = (document: unknown): Account => {
  const account = readDocument(document)
  if (!account) throw new Error('no document')
  return account
}

/** The document of `wg run --json`, with one text in every place. */
const runDocument = (text: string) => ({
  version: 1,
  dryRun: false,
  chores: [
    {
      group: text,
      part: 'meetings',
      of: text,
      changes: [
        { kind: 'open-issue', repository: 'example/wg', title: text },
        {
          kind: 'edit-issue',
          repository: 'example/wg',
          number: 7,
          url: 'https://github.com/example/wg/issues/7',
          why: text,
        },
        { kind: 'open-pull-request', repository: 'example/wg', title: text },
        { kind: 'commit-files', repository: 'example/wg', branch: text, files: [{ path: text }] },
        { kind: 'create-label', repository: 'example/wg', name: text },
        { kind: 'write-file', path: text },
        { kind: text },
      ],
      notes: [text],
      urls: [],
    },
  ],
  feeds: 'public',
  problems: [
    { rule: text, severity: 'error', message: text, hint: text, place: { file: text, line: 1, column: 1 } },
  ],
})

const ROWS = 7

/** Outside of links and code GitHub looks for people, references and addresses; a mark that holds nothing keeps them apart. */
const PINGS = /@\w|#\d|GH-\d|:\/\/|www\.|[0-9a-f]{7}/i

const textOf = (tree: Nodes): string =>
  allNodes(tree)
    .flatMap((node) => (node.type === 'text' ? [node.value] : []))
    .join('\n')

describe('hostile texts stay text', () => {
  test.each(HOSTILE_TITLES)('%s', (_name, text) => {
    const tree = readMarkdown(accountMarkdown(read(runDocument(text)), 'foreign').join('\n'))
    const nodes = allNodes(tree)
    const rows = nodes.filter((node): node is TableRow => node.type === 'tableRow')
    expect(rows).toHaveLength(ROWS + 1)
    for (const row of rows) expect(row.children).toHaveLength(4)
    expect(
      nodes.filter(({ type }) => ['link', 'image', 'html', 'code', 'inlineCode', 'heading'].includes(type)),
    ).toEqual([])
    expect(nodes.filter(({ type }) => type === 'listItem')).toHaveLength(2)
    expect(textOf(tree)).not.toMatch(PINGS)
  })

  test('and command no runner', () => {
    const outcome = { command: 'run', dryRun: false, code: 0 }
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...HOSTILE_TITLES.map(([, text]) => text)), fc.string({ unit: 'grapheme' })),
        fc.constantFrom('', '::error::', '\n::error::', ' \r::add-mask::', '##[error]', '\u2028::x::'),
        (text, before) => {
          for (const line of logLines(read(runDocument(before + text)), outcome)) {
            expect(line).not.toMatch(/[\r\n]|^\s*::|##\[/)
          }
        },
      ),
      { numRuns: runs(200) },
    )
  })

  test('and text of a command stays within its fence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '\n', '~~~', 'a', '</details>')), (parts) => {
        const tree = readMarkdown(textSummary({ command: 'agenda', dryRun: false, code: 0 }, parts.join('')))
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'code'])
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('the documents of the commands', () => {
  const opened = { kind: 'open-issue', repository: 'example/wg', title: 'Meeting' }
  const CASES: readonly (readonly [command: string, document: unknown, account: Partial<Account>])[] = [
    [
      'run',
      {
        chores: [{ group: 'groups/a', part: 'meetings', of: 'core', changes: [opened], notes: [], urls: [] }],
        feeds: 'public',
      },
      {
        parts: [
          {
            title: 'groups/a meetings core',
            changes: [{ sign: '+', where: 'example/wg', what: 'open the issue: Meeting' }],
            notes: [],
            urls: [],
          },
        ],
        feeds: 'public',
      },
    ],
    [
      'run where nothing is due',
      {
        chores: [{ group: '.', part: 'minutes', of: 'core', changes: [], notes: [], urls: [] }],
        feeds: null,
      },
      { parts: [] },
    ],
    [
      'calendar',
      { out: '/work/public', feeds: ['all.ics'], changes: ['all.ics'] },
      {
        parts: [
          { title: '', changes: [{ sign: '+', where: 'all.ics', what: 'write' }], notes: [], urls: [] },
        ],
        feeds: '/work/public',
      },
    ],
    [
      'check',
      {
        problems: [
          { file: 'a.yml', line: 4, column: 2, rule: 'x', severity: 'warning', message: 'm', hint: null },
        ],
      },
      {
        problems: [
          { rule: 'x', severity: 'warning', message: 'm', place: { file: 'a.yml', line: 4, column: 2 } },
        ],
      },
    ],
    ['something else', { other: 1 }, { parts: [], problems: [] }],
  ]

  test.each(CASES)('%s', (_command, document, account) => {
    expect(read(document)).toMatchObject(account)
    if (!('feeds' in account)) expect(read(document)).not.toHaveProperty('feeds')
  })

  test.each([['text'], [null], [[1]], [7]])('%j is none', (document) => {
    expect(readDocument(document)).toBeUndefined()
  })

  test('any JSON is read without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const keys = ['chores', 'meetings', 'changes', 'notes', 'urls', 'problems', 'feeds', 'out']
        for (const key of keys) {
          const account = read({ [key]: value })
          expect(jobSummary({ command: 'run', dryRun: false, code: 0 }, account)).toContain('### wg run')
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('a plan of thousands is cut', () => {
    const changes = Array.from({ length: 5000 }, (_, index) => `${index}.md`)
    const lines = accountMarkdown(read({ changes }), 'own')
    expect(lines.length).toBeLessThan(250)
    expect(lines.join('\n')).toContain('and 4800 more')
  })
})
