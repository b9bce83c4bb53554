import { readChoice } from './read-choice.ts'

/** The format that `--format` names. Refuses one that is not among the formats. */
export function readFormat<Format extends string>(text: string, formats: readonly Format[]): Format {
  return readChoice(text, formats, `\`--format ${text}\` is no format.`)
}
