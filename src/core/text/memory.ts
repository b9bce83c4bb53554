import { urlsIn } from './urls-in.ts'
import type { Line } from './line.ts'

/** What wg remembers of a line that it wrote: a hash of its text, and one of its identity. */
export interface RememberedLine {
  readonly text: string
  readonly identity?: string
}

// 64 signs without the hyphen of base64url, since two hyphens may not stand in a comment (CommonMark 0.29 §6.8).
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.'
const TOKEN = /^([\w.]{6})([\w.]{6})?$/

/** What the opening mark has to carry so that people's edits are known the next time: a token for each line that is not blank. */
export function rememberLines(lines: readonly Line[]): readonly string[] {
  return lines
    .filter((line) => line.text.trim() !== '')
    .map(({ text, identity }) => hashText(text) + (identity === undefined ? '' : hashIdentity(identity)))
}

/** Reads the tokens of a mark. One that somebody has damaged is left out: its line then counts as a person's. */
export function readMemory(tokens: readonly string[]): readonly RememberedLine[] {
  return tokens.flatMap((token) => {
    const [, text, identity] = TOKEN.exec(token) ?? []
    if (text === undefined) return []
    return [{ text, ...(identity === undefined ? {} : { identity }) }]
  })
}

/** Six signs for the text of a line; white space at its end does not count. */
export function hashText(text: string): string {
  return hash(text.trimEnd())
}

/** Six signs for an identity, however the URL is dressed. */
export function hashIdentity(identity: string): string {
  return hash(urlsIn(identity)[0] ?? identity)
}

/** 36 bits: two FNV-1a hashes with different beginnings, mixed at the end so that the low bits depend on all. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9dc5811c]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + 0x9e37), 0x01000193)
  }
  return threeSigns(mix(a)) + threeSigns(mix(b))
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return once ^ (once >>> 13)
}

function threeSigns(value: number): string {
  return [0, 6, 12].map((shift) => SIGNS.charAt((value >>> shift) & 63)).join('')
}
