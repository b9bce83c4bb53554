const LONGEST = 75
const ASCII = /^[ -~]*$/

/** Breaks one content line so that no part has more than 75 octets, and no character is cut in two (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  if (ASCII.test(line)) return foldOctets(line)
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    const fits = octets + size <= LONGEST
    folded += fits ? character : `\r\n ${character}`
    octets = fits ? octets + size : 1 + size
  }
  return folded
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

function foldOctets(line: string): string {
  let folded = line.slice(0, LONGEST)
  for (let at = LONGEST; at < line.length; at += LONGEST - 1)
    folded += `\r\n ${line.slice(at, at + LONGEST - 1)}`
  return folded
}
