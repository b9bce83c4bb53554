import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outputEntry } from '../../../src/core/action/action-outputs.ts'
import { readInputs } from '../../../src/core/action/read-inputs.ts'
import { readOutputs } from '../../action/run-action.ts'
import { runs } from '../../thoroughness.ts'

const COMMANDS = [
  'run',
  'check',
  'render',
  'calendar',
  'calendar serve',
  'meeting new',
  'completion',
  'plan comment',
]

const read = (inputs: Readonly<Record<string, string>>) =>
  readInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    COMMANDS,
  )

describe('the arguments for', () => {
  const CASES: readonly (readonly [what: string, inputs: Record<string, string>, argv: readonly string[]])[] =
    [
      ['nothing', {}, ['run']],
      ['inputs that an expression left empty', { command: ' ', 'dry-run': '', only: '', out: '' }, ['run']],
      ['a dry run', { 'dry-run': 'True' }, ['run', '--dry-run']],
      ['some chores', { only: 'meetings, minutes' }, ['run', '--only', 'meetings,minutes']],
      ['a command of two words', { command: 'meeting  new\tsecurity-wg' }, ['meeting', 'new', 'security-wg']],
      ['a folder', { command: 'calendar', out: 'my pages' }, ['calendar', '--out', 'my pages']],
      ['quotes', { command: `plan comment "C:\\a b/plan.json"` }, ['plan', 'comment', 'C:\\a b/plan.json']],
      ['quotes within a word', { command: `check --x='a "b"'c` }, ['check', '--x=a "b"c']],
      ['signs of a shell', { command: 'check $HOME;`id`|x' }, ['check', '$HOME;`id`|x']],
    ]

  test.each(CASES)('%s', (_what, inputs, argv) => {
    expect(read(inputs).argv).toEqual(argv)
  })
})

describe('refused is', () => {
  const CASES: readonly (readonly [what: string, inputs: Record<string, string>, says: string])[] = [
    ['another program', { command: 'rm -rf .' }, 'is no command of wg'],
    ['an option alone', { command: '--version' }, 'is no command of wg'],
    ['a command that never ends', { command: 'calendar serve' }, 'cannot run in a job'],
    ['another folder', { command: 'check --cwd /etc' }, 'sets by itself'],
    ['another folder in one word', { command: 'check --cwd=/etc' }, 'sets by itself'],
    ['another folder in quotes', { command: 'check "--cwd" /etc' }, 'sets by itself'],
    ['a quote left open', { command: 'check "a' }, 'is not closed'],
    ['a switch that is none', { 'dry-run': 'yes' }, 'The input `dry-run` holds `yes`'],
    ['chores that are none', { only: 'meetings --cwd /' }, 'The input `only`'],
    ['a folder that is an option', { command: 'calendar', out: '--no-previous' }, 'is no folder'],
  ]

  test.each(CASES)('%s', (_what, inputs, says) => {
    expect(() => read(inputs)).toThrow(says)
  })
})

test('outputs are read back as they were, whatever they hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('END_OF_VALUE', '_', '\n', 'a<<b', 'name=value', '::x::'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, text, (first, second) => {
      const file = outputEntry('plan', first) + outputEntry('feeds', second)
      expect(readOutputs(file)).toEqual({ plan: first, feeds: second })
    }),
    { numRuns: runs(300) },
  )
})
