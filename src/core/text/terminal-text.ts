import { plainLine } from './plain-line.ts'
import { plainOutputLine } from './workflow-command.ts'

/** Foreign text for a terminal or a log: one line, of any length, that moves no cursor, colours nothing and commands no runner. */
export function terminalText(text: string): string {
  return plainOutputLine(plainLine(text, Infinity))
}
