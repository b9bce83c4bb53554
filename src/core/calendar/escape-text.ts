/** One line of text as a value of type TEXT (RFC 5545 §3.3.11). */
export function escapeText(line: string): string {
  return line.replace(/[\\;,]/g, (character) => `\\${character}`)
}

/** What `escapeText` was given. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,])/g, '$1')
}
