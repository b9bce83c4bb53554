const TERMINAL_SEQUENCES =
  /\u001B\][^\u0007\u001B\u009C]*(?:\u0007|\u001B\\|\u009C)|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]/g
const WHITE_SPACE = /[\s\u0085]+/g
const CONTROLS = /\p{Cc}/gu
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
// Not U+200C and U+200D, which belong to written Persian and to emoji; with the characters that Unicode never assigns.
const UNSEEN = /[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g
const LONE_SURROGATES = /\p{Surrogate}/gu

/** Most texts are plain already: letters, digits and signs of ASCII with single spaces between them. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Of these each is a grapheme by itself, so where to cut need not be asked, which takes long. */
const PLAIN_SIGNS = /^[ -~]*$/

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Foreign text as one line of plain text: no controls, no terminal sequences, no characters that turn the direction or cannot be
 * seen, white space folded. A text of more than `max` code points is cut between two graphemes and ends with `…`.
 */
export function plainLine(text: string, max = 256): string {
  if (text.length <= max && PLAIN.test(text)) return text
  const line = text
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(TERMINAL_SEQUENCES, '')
    .replace(DIRECTIONS, '')
    .replace(UNSEEN, '')
    .replace(WHITE_SPACE, ' ')
    .replace(CONTROLS, '')
    // A control between two spaces has left them side by side.
    .replace(/ {2,}/g, ' ')
    .trim()
  return line.length <= max || countCodePoints(line) <= max ? line : `${cut(line, max - 1)}…`
}

function cut(line: string, max: number): string {
  const head = line.slice(0, max + 1)
  if (PLAIN_SIGNS.test(head)) return head.slice(0, max).trimEnd()
  let kept = ''
  let left = max
  for (const { segment } of GRAPHEMES.segment(line)) {
    left -= countCodePoints(segment)
    if (left < 0) break
    kept += segment
  }
  // One grapheme may be longer than a line: a letter with a thousand accents.
  return kept === ''
    ? Array.from(line.slice(0, max * 2))
        .slice(0, max)
        .join('')
    : kept.trimEnd()
}

function countCodePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF](?=[\uDC00-\uDFFF])/g)?.length ?? 0)
}
