import { Refusal } from '../core/problem.ts'
import { printProblems } from './print-problems.ts'
import type { World } from './world.ts'

/** What is wrong, as a text without colour: every problem with its place. What is no refusal is thrown on. */
export function tellAll(error: unknown, { terminal }: Pick<World, 'terminal'>): string {
  if (!(error instanceof Refusal)) throw error
  const texts: string[] = []
  const collector = { ...terminal, color: false, say: (text: string) => void texts.push(text) }
  printProblems(error.problems, { terminal: collector, format: 'text' })
  return texts.join('').trimEnd()
}
