import { refuse } from '../core/problem.ts'
import { didYouMean } from '../core/text/nearest.ts'
import { type Format, FORMATS } from './print-problems.ts'

/** The format that `--format` names. Refuses another one. */
export function readFormat(text: string): Format {
  const format = FORMATS.find((each) => each === text)
  if (format) return format
  throw refuse(
    'usage',
    `\`--format ${text}\` is no format.`,
    didYouMean(text, FORMATS) ?? `One of: ${FORMATS.join(', ')}.`,
  )
}
