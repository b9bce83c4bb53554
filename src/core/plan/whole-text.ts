import { refuse } from '../problem.ts'
import type { FilledText } from '../text/fill-marks.ts'

/** A text whose marks were filled, as it is to be written to a path. Refuses one of which a mark is broken. */
export function wholeText({ text, faults }: FilledText, path: string): string {
  const [fault] = faults
  if (!fault) return text
  throw refuse(
    'marks',
    `\`${path}\` line ${fault.line}: ${fault.message}`,
    'Mend the marks; nothing was written.',
  )
}
