import { expect, test } from 'vitest'
import { fillMarks } from '../../../src/core/text/fill-marks.ts'
import { hasPeoplesLines } from '../../../src/core/text/peoples-lines.ts'

const LINES = [{ text: '### Standing items' }, { text: '' }, { text: '- Announcements' }]
const filled = (empty: string) => fillMarks(empty, new Map([['agenda', LINES]])).text
const BLOCK = filled('Before\n<!-- wg:agenda -->\n<!-- /wg:agenda -->\nAfter\n')

test.each([
  ['what wg wrote', BLOCK, false],
  ['text outside the marks', `${BLOCK}- The summit\n`, false],
  ['blank lines', BLOCK.replace('- Ann', '\n\n- Ann'), false],
  ['a line that was taken out', BLOCK.replace('- Announcements\n', ''), false],
  ['Windows line ends', BLOCK.replaceAll('\n', '\r\n'), false],
  ['a quote', filled('> <!-- wg:agenda -->\n> <!-- /wg:agenda -->\n'), false],
  ['a line more', BLOCK.replace('- Ann', '- The summit\n- Ann'), true],
  ['a line under an item', BLOCK.replace('ments\n', 'ments\n  of Brook\n'), true],
  ['a changed line', BLOCK.replace('ments', 'ments: the summit'), true],
  ['a line before wg ever filled it', '<!-- wg:agenda -->\n- Mine\n<!-- /wg:agenda -->\n', true],
  ['damaged marks', BLOCK.replace('<!-- /wg:agenda -->', ''), undefined],
  ['no marks', 'Nothing\n', undefined],
])('%s', (_, text, has) => {
  expect(hasPeoplesLines(text, 'agenda')).toBe(has)
})
