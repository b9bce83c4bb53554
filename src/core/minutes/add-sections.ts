import { hideUnseen } from './hide-unseen.ts'
import { plainText } from './plain-text.ts'

/** A heading of level two with what stands below it, up to the next one; the first has what stands before any. */
interface Part {
  readonly name: string
  readonly lines: readonly string[]
  /** Whether it comes from the other text. */
  readonly added?: true
}

/**
 * A text with those sections of another that it does not have, each after the section that it follows there. Sections are known by
 * their headings of level two; nothing of the text changes.
 */
export function addSections(text: string, more: string): string {
  if (text.includes('\r\n'))
    return addSections(text.replaceAll('\r\n', '\n'), more.replaceAll('\r\n', '\n')).replaceAll('\n', '\r\n')
  const parts = partsOf(text)
  const wanted = partsOf(more).slice(1).map(asAdded)
  const names = new Set(wanted.map(({ name }) => name))
  let after = -1
  for (const [index, part] of wanted.entries()) {
    const found = parts.findIndex(({ name }) => name === part.name)
    if (found !== -1) {
      after = found
      continue
    }
    const place = after === -1 ? firstOf(wanted.slice(index), parts) : endOf(parts, after, names)
    parts.splice(place, 0, part)
    after = place
  }
  return joinParts(parts)
}

/** Before the first section that follows; at the end where none does. */
function firstOf(following: readonly Part[], parts: readonly Part[]): number {
  const next = following.find(({ name }) => parts.some((part) => part.name === name))
  return next === undefined ? parts.length : parts.findIndex(({ name }) => name === next.name)
}

/** What only the text itself has below a section stays with it. */
function endOf(parts: readonly Part[], after: number, names: ReadonlySet<string>): number {
  let end = after + 1
  while (end < parts.length && !names.has(parts[end]?.name ?? '')) end += 1
  return end
}

function partsOf(text: string): Part[] {
  const lines = text.split('\n')
  const seen = hideUnseen(lines.map((line) => line.trimEnd())).lines
  const parts: { name: string; lines: string[] }[] = [{ name: '', lines: [] }]
  for (const [index, line] of lines.entries()) {
    const heading = /^ {0,3}##[ \t]+(.*?)[ \t]*#*$/.exec(seen[index] ?? '')?.[1]
    if (heading !== undefined) parts.push({ name: plainText(heading).toLowerCase(), lines: [] })
    parts.at(-1)?.lines.push(line)
  }
  return parts
}

/** With one line end at the end. */
function asAdded({ name, lines }: Part): Part {
  return { name, lines: [...lines.join('\n').trimEnd().split('\n'), ''], added: true }
}

function joinParts(parts: readonly Part[]): string {
  let text = parts[0]?.lines.join('\n') ?? ''
  for (const { lines, added } of parts.slice(1)) {
    const blank = added && text !== '' && !text.endsWith('\n') ? '\n' : ''
    text += `${blank}\n${lines.join('\n')}`
  }
  return text
}
