import type { Terminal } from '../ports.ts'

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  strike: [9, 29],
} as const

/** The text in a colour or weight, where the terminal shows colours. */
export function paint({ color }: Pick<Terminal, 'color'>, style: keyof typeof CODES, text: string): string {
  const [on, off] = CODES[style]
  return color ? `\u001B[${on}m${text}\u001B[${off}m` : text
}
