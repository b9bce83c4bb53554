const LONGEST = 75

/** Breaks one content line so that no part has more than 75 octets, and no character is cut in two (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST) {
      parts.push(' ')
      octets = 1
    }
    parts.push(`${parts.pop() ?? ''}${character}`)
    octets += size
  }
  return parts.join('\r\n')
}

/** The content lines of an iCalendar text, whole again. */
export function unfoldLines(text: string): string[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
