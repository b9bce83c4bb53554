import type { AgendaItem } from './minutes-record.ts'
import { findReferences, type Reference, type ReferenceScope } from './find-references.ts'
import { withoutMarks } from './plain-text.ts'
import {
  endsOrStartsAsTitle,
  endsWithHash,
  isBlank,
  isItemLine,
  isOnlyReferences,
  titleOf,
} from './reference-lines.ts'
import { isSubItem, makeOutline, type Outline } from './agenda-outline.ts'
import type { Block } from './read-blocks.ts'
import type { Section } from './read-sections.ts'
import type { SectionRole } from './words.ts'

/** Whose issues the file's bare numbers mean, and the meeting's own issue, which is no item. */
export interface AgendaContext {
  readonly repository: string | null
  readonly ownIssue: string | undefined
}

/** What stands in these is no item of the meeting. */
const NO_AGENDA: readonly SectionRole[] = [
  'previous',
  'next',
  'standup',
  'links',
  'absent',
  'invited',
  'actions',
  'logistics',
]
const EXTRACTED = /\bextracted (?:from|by)\b/i
const ACTION_LINE = /^\W*(?:actions?(?: items?)?|AIs?|todo|next steps?|last week['’]s ai|ai, \w+)\s*:/i
const MEETING_REPOSITORY = /(?:meeting|minutes|notes|agenda)s?$/i

/** Collects the issues, pull requests and discussions that were items, each once, in the order of the file. */
export function readAgenda(sections: readonly Section[], context: AgendaContext): AgendaItem[] {
  const inside = sections.filter(
    (section) => !isOutside(section) && (section.level > 0 || sections.length === 1),
  )
  const topicLevel = topLevelIsTopic(sections) ? 1 : 2
  const items = inside.flatMap((section) => itemsOf(section, { ...context, topicLevel }))
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = `${item.repo ?? ''}#${item.number}`.toLowerCase()
    const isNew = !seen.has(key) && item.url?.toLowerCase() !== context.ownIssue?.toLowerCase()
    seen.add(key)
    return isNew
  })
}

/** Files with several headings of level 1 have topics there; otherwise that is the title. */
function topLevelIsTopic(sections: readonly Section[]): boolean {
  return sections.filter((section) => section.level === 1).length > 1
}

function isOutside({ role, within }: Section): boolean {
  return NO_AGENDA.some((one) => within.has(one) && !(one === 'standup' && role === 'agenda'))
}

function itemsOf(section: Section, context: AgendaContext & { readonly topicLevel: number }): AgendaItem[] {
  const repository = section.repository ?? context.repository
  const scope = { repository, owner: repository?.split('/')[0] ?? null }
  const heading = section.level >= context.topicLevel ? headingItems(section, scope) : []
  return [...heading, ...blockItems(section, scope, heading.length > 0)]
}

function headingItems(section: Section, scope: ReferenceScope): AgendaItem[] {
  const found = findReferences(section.heading, scope).filter((one) => !isMeetingsOwn(one))
  return found.map((one) => toItem(one, section.heading, { line: section.line, all: found }))
}

/** A comment on the meeting's issue that serves as a topic. */
function isMeetingsOwn(reference: Reference): boolean {
  return reference.comment && MEETING_REPOSITORY.test(reference.repo ?? '')
}

/** Which blocks of a section are items: all of a list, only clear ones, only clear ones with a link, only those that open it. */
type Mode = 'list' | 'strict' | 'linked' | 'first' | 'none'

function blockItems(section: Section, scope: ReferenceScope, named: boolean): AgendaItem[] {
  let mode = modeOf(section, named)
  const items: AgendaItem[] = []
  const outline = makeOutline(section.blocks, scope)
  section.blocks.forEach((block, index) => {
    if (EXTRACTED.test(block.text)) {
      if (!named) mode = 'list'
      return
    }
    if (ACTION_LINE.test(block.text)) return
    items.push(...itemsOfBlock({ block, index, mode, outline, scope }))
  })
  return items
}

function modeOf({ role, context, within, level }: Section, named: boolean): Mode {
  if (role === 'agenda' || role === 'repository') return within.has('updates') ? 'strict' : 'list'
  if (named || context === 'decisions') return 'none'
  if (role === 'questions') return 'linked'
  if (role === 'notes' || role === 'attendees') return 'strict'
  if (role === 'topic' && (context === 'agenda' || context === 'repository')) return 'strict'
  return role === 'topic' ? (level === 0 ? 'strict' : 'first') : 'none'
}

interface BlockAt {
  readonly block: Block
  readonly index: number
  readonly mode: Mode
  readonly outline: Outline
  readonly scope: ReferenceScope
}

function itemsOfBlock({ block, index, mode, outline }: BlockAt): AgendaItem[] {
  const found = outline.references[index] ?? []
  if (found.length === 0 || mode === 'none') return []
  const counts =
    mode === 'first'
      ? outline.opening.has(index)
      : block.level > 0
        ? isSubItem(index, outline)
        : countsAtMargin(block, { found, mode, outline })
  return counts ? found.map((one) => toItem(one, block.text, { line: block.line, all: found })) : []
}

function countsAtMargin(
  block: Block,
  { found, mode, outline }: { found: readonly Reference[]; mode: Mode; outline: Outline },
): boolean {
  if (mode === 'linked' && found.some((one) => one.label === '')) return false
  const clear = isItemLine(block.text, found)
  if (block.kind === 'row') return found.length > 0 && mode === 'list'
  if (block.kind === 'text')
    return (
      isOnlyReferences(block.text, found) ||
      /^on\s+\W*$/i.test(block.text.slice(0, found[0]?.start ?? 0)) ||
      (mode === 'list' && endsWithHash(block.text, found))
    )
  if (
    mode === 'strict' ||
    mode === 'linked' ||
    (outline.marker !== undefined && block.marker !== outline.marker && !isNumbered(block))
  )
    return clear && endsOrStartsAsTitle(block.text, found)
  return clear || !isSpoken(block.text) || isNamedAddress(block.text, found)
}

/** `Tracing channel: https://…` */
function isNamedAddress(text: string, found: readonly Reference[]): boolean {
  const [only] = found
  return (
    found.length === 1 &&
    only?.form === 'url' &&
    isBlank(text.slice(only.end)) &&
    /[:–—-]\s*<?$/.test(text.slice(0, only.start))
  )
}

function isNumbered(block: Block): boolean {
  return /^\d/.test(block.marker ?? '')
}

function isSpoken(text: string): boolean {
  return /^@?[\p{Lu}][\w-]{1,20}(?: [A-Z]\w*)?\s?[:,]\s/u.test(withoutMarks(text.slice(0, 60)))
}

function toItem(
  reference: Reference,
  text: string,
  { line, all }: { readonly line: number; readonly all: readonly Reference[] },
): AgendaItem {
  const { repo, number, url } = reference
  return { title: titleOf(reference, text, all), repo, number, url, line }
}
