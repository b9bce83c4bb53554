import { refuse } from '../core/problem.ts'
import { didYouMean } from '../core/text/nearest.ts'

/** The choice that a text names. Refuses another text with a sentence that says what it is not, and names the nearest choice or all. */
export function readChoice<Choice extends string>(
  text: string,
  choices: readonly Choice[],
  sentence: string,
): Choice {
  const choice = choices.find((each) => each === text)
  if (choice !== undefined) return choice
  throw refuse('usage', sentence, didYouMean(text, choices) ?? `One of: ${choices.join(', ')}.`)
}
