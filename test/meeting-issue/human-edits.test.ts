import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOME, issuesWith, onStage, seriesChanged, seriesWith, type Stage } from './stage.ts'
import { runs } from '../thoroughness.ts'

/** The program runs in this process, over real HTTP. A human line is one that holds `human-<n>`; no two are alike. */
type Step =
  | { readonly kind: 'insert'; readonly at: number; readonly shape: string }
  | { readonly kind: 'touch' | 'remove'; readonly at: number }
  | { readonly kind: 'line-ends'; readonly windows: boolean }
  | { readonly kind: 'item'; readonly title: string }
  | { readonly kind: 'close-item'; readonly at: number }
  | { readonly kind: 'meeting'; readonly change: string }

/** What people write; `$` is the line's own name. */
const SHAPES = [
  '$',
  '- $',
  '- [ ] $',
  '  - $',
  '    indented $',
  '> $',
  '### $',
  '| $ | a cell |',
  '$ <!-- a comment -->',
  '```\n$\n```',
  '- [$](https://github.com/example/security-wg/issues/1)',
  '\n$\n',
  '<details>$</details>',
  '* * *\n$',
]

const CHANGES = ['', 'moved to 2026-12-11 16:00', 'moved to 2026-12-09, sooner', 'cancelled, nobody comes']

const at = fc.nat({ max: 60 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('insert'), at, shape: fc.constantFrom(...SHAPES) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('touch', 'remove'), at }) },
  fc.record({ kind: fc.constant('line-ends'), windows: fc.boolean() }),
  fc.record({ kind: fc.constant('item'), title: fc.string({ minLength: 1, maxLength: 30 }) }),
  fc.record({ kind: fc.constant('close-item'), at }),
  fc.record({ kind: fc.constant('meeting'), change: fc.constantFrom(...CHANGES) }),
)

/** A sequence: what happens between two runs, several times. */
const sequence = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })

const isHuman = (line: string): boolean => /human-\d/.test(line)
/** A line as it stands, without what it shares with a mark: the memory of a mark is wg's, and changes. */
const humanLines = (body: string): string[] =>
  body.split(/\r?\n/).filter((line) => isHuman(line) && !line.includes('wg:'))
const namesIn = (text: string): string[] => [...text.matchAll(/human-\d+;/g)].map(([name]) => name).sort()
const KEY_LINE = /wg:meeting/

const issueOf = ({ world }: Stage) => {
  const [issue, ...others] = issuesWith(world)
  if (!issue || others.length > 0) throw new Error('there is not exactly one issue')
  return issue
}

/** Edits a line of the issue, counted from the top and around; never the line of the key, which is the issue's identity. */
const editLine = (stage: Stage, index: number, edit: (line: string) => readonly string[]): void => {
  const { body, number } = issueOf(stage)
  const lines = body.split(/\r?\n/)
  const chosen = 1 + (index % (lines.length - 1))
  if (KEY_LINE.test(lines[chosen] ?? '')) return
  lines.splice(chosen, 1, ...edit(lines[chosen] ?? ''))
  stage.world.edit(`${HOME}#${number}`, { body: lines.join(body.includes('\r\n') ? '\r\n' : '\n') })
}

const perform = (stage: Stage, step: Step, name: string): void => {
  const { world } = stage
  if (step.kind === 'insert') editLine(stage, step.at, (line) => [line, step.shape.replace('$', name)])
  if (step.kind === 'touch') editLine(stage, step.at, (line) => [`${line} ${name}`])
  if (step.kind === 'remove') editLine(stage, step.at, (line) => (isHuman(line) ? [line] : []))
  if (step.kind === 'line-ends') {
    const { body, number } = issueOf(stage)
    const lines = body.split(/\r?\n/)
    world.edit(`${HOME}#${number}`, { body: lines.join(step.windows ? '\r\n' : '\n') })
  }
  if (step.kind === 'item' && step.title.trim() !== '')
    world.issue(HOME, { title: step.title, labels: ['wg-agenda'] })
  if (step.kind === 'close-item') {
    const items = world.findRepository(HOME).items.filter(({ number }) => number < 3)
    const item = items[step.at % items.length]
    if (item) world.edit(item, { state: item.state === 'OPEN' ? 'CLOSED' : 'OPEN' })
  }
  if (step.kind === 'meeting')
    stage.write('meetings/security-wg.yml', step.change === '' ? seriesWith('') : seriesChanged(step.change))
}

/** Somebody damages the block in which the state of the meeting stands, so that wg cannot bring it up to date. */
const STALE_LINE: readonly (readonly Step[])[] = [
  [
    { kind: 'meeting', change: 'cancelled, nobody comes' },
    { kind: 'insert', at: 3, shape: '$' },
  ],
  [
    { kind: 'meeting', change: '' },
    { kind: 'remove', at: 3 },
  ],
  [{ kind: 'insert', at: 0, shape: '$' }],
]

test('no line that people wrote is ever lost, wherever they wrote it', async () => {
  let edits = 0
  await fc.assert(
    fc.asyncProperty(sequence, (rounds) =>
      onStage({}, async (stage) => {
        await stage.run()
        let written = 0
        for (const round of rounds) {
          for (const step of round) perform(stage, step, `human-${(written += 1)};`)
          const { body } = issueOf(stage)
          const names = namesIn(body)
          const { code, err } = await stage.run()
          expect(`${code}${err}`).toBe('0')
          const after = issueOf(stage).body
          expect(namesIn(after)).toEqual(names)
          expect(after.split(/\r?\n/)).toEqual(expect.arrayContaining(humanLines(body)))
          edits += names.length
          stage.server.forget()
          await stage.run()
          expect(stage.server.writes).toEqual([])
        }
      }),
    ),
    { numRuns: runs(100), examples: [[STALE_LINE]] },
  )
  expect(edits).toBeGreaterThan(100)
}, 300_000)
