const TEXT: readonly (readonly [string, string])[] = [
  ['%', '%25'],
  ['\r', '%0D'],
  ['\n', '%0A'],
]
const PROPERTY = [...TEXT, [':', '%3A'], [',', '%2C']] as const

/** Foreign text as the message of a workflow command, `::error::<text>`; the escapes are those of GitHub's toolkit (`command.ts`). */
export function workflowCommandText(text: string): string {
  return escapeBy(TEXT, text)
}

/** Foreign text as the value of a workflow command's property, `::error file=<value>::`. */
export function workflowCommandProperty(text: string): string {
  return escapeBy(PROPERTY, text)
}

/**
 * A line of plain output that GitHub's runner takes for no command: it obeys `::name::` at the beginning of a line, behind any
 * white space, and the older `##[name]` anywhere in it.
 */
export function plainOutputLine(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replace(/##(?=\[)/g, '## ')
}

function escapeBy(escapes: readonly (readonly [string, string])[], text: string): string {
  return escapes.reduce((escaped, [sign, code]) => escaped.replaceAll(sign, code), text)
}
