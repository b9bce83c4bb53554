import type { SectionNamer } from './name-section.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { SectionRole } from './words.ts'

/** A heading with what stands below it, up to the next heading. */
export interface Section {
  readonly role: SectionRole
  /** The role of the section, or of the nearest one around it that has one; `topic` where there is none. */
  readonly context: SectionRole
  /** The heading as Markdown; empty for what stands before the first. */
  readonly heading: string
  /** 1 to 6, 7 for a line that serves as a heading, 0 before the first. */
  readonly level: number
  readonly line: number
  /** What follows the colon of `Present: Ada, Ben`. */
  readonly inline: string
  /** `owner/name` of the heading around that names a repository. */
  readonly repository: string | null
  readonly blocks: readonly Block[]
  /** Headings around, outermost first, as indices into the list of sections. */
  readonly around: readonly number[]
  /** The roles of the section and of all those around it. */
  readonly within: ReadonlySet<SectionRole>
}

const LABEL_LEVEL = 7
/** Roles that a line such as `Attendees:` or `**Next steps**` can open without being a heading. */
const LABELLED: ReadonlySet<SectionRole> = new Set([
  'absent',
  'actions',
  'agenda',
  'announcements',
  'attendees',
  'decisions',
  'invited',
  'links',
  'next',
  'notes',
  'previous',
  'standup',
])
/** Sections opened by a label that end with their list. */
const ENDS_WITH_LIST: ReadonlySet<SectionRole> = new Set(['actions', 'decisions'])
const LABEL = /^(?:(?:\*\*|__|[*_])([^*_]{2,60}?):?(?:\*\*|__|[*_]):?|([A-Za-z][^*_:|]{1,40}):)(?:\s+(.*))?$/

/** Cuts the blocks into sections by headings, and by lines that serve as headings. */
export function readSections(blocks: readonly Block[], nameOf: SectionNamer): Section[] {
  const sections: OpenSection[] = []
  openSection(sections, { role: 'topic', heading: '', level: 0, line: 1, inline: '' })
  for (const block of blocks) {
    const heading = asHeading(block, nameOf)
    if (heading === undefined) {
      resumeOuter(sections, block)
      sections.at(-1)?.blocks.push(block)
      continue
    }
    openSection(sections, heading)
    const below = belowLabel(block, heading)
    if (below !== undefined) sections.at(-1)?.blocks.push(below)
  }
  return sections.map((one) => one.section)
}

function openSection(sections: OpenSection[], heading: Heading, from?: readonly number[]): void {
  const around = from ?? aroundOf(sections, heading.level)
  const inner = around.map((index) => sections[index]?.section)
  const outer = inner.at(-1)
  const repository = heading.role === 'repository' ? plainText(heading.heading) : (outer?.repository ?? null)
  const context = heading.role === 'topic' ? topicContext(sections.at(-1), heading, outer) : heading.role
  const within = new Set([...inner.map((one) => one?.role ?? 'topic'), heading.role])
  const blocks: Block[] = []
  sections.push({ section: { ...heading, around, repository, context, within, blocks }, blocks })
}

/** What a topic belongs to: the section around it, or an agenda right above that holds nothing itself. */
function topicContext(
  before: OpenSection | undefined,
  { level }: Heading,
  outer: Section | undefined,
): SectionRole {
  const isAgenda =
    before?.section.role === 'agenda' && before.section.level === level && before.blocks.length === 0
  return isAgenda ? 'agenda' : (outer?.context ?? 'topic')
}

/** What follows a label's own words or list belongs to the section around the label again. */
function resumeOuter(sections: OpenSection[], block: Block): void {
  const current = sections.at(-1)?.section
  if (current === undefined || !(endsList(current, block) || current.inline !== '')) return
  const outer = sections[current.around.at(-1) ?? 0]?.section
  if (outer === undefined) return
  const { heading, role, level, around } = outer
  openSection(sections, { heading, role, level, inline: '', line: block.line }, around)
}

interface OpenSection {
  readonly section: Section
  readonly blocks: Block[]
}

function aroundOf(sections: readonly OpenSection[], level: number): readonly number[] {
  const last = sections.length - 1
  const path = last < 0 ? [] : [...(sections[last]?.section.around ?? []), last]
  return path.filter((index) => (sections[index]?.section.level ?? 0) < level)
}

type Heading = Omit<Section, 'blocks' | 'around' | 'context' | 'repository' | 'within'>

function endsList(section: Section, block: Block): boolean {
  return (
    section.level === LABEL_LEVEL &&
    ENDS_WITH_LIST.has(section.role) &&
    section.blocks.some((one) => one.kind === (block.kind === 'item' ? 'text' : 'item'))
  )
}

function asHeading(block: Block, nameOf: SectionNamer): Heading | undefined {
  const { kind, text, line, level } = block
  if (kind === 'heading')
    return headingWithValue({ role: nameOf(text), heading: text, level, line, inline: '' }, nameOf)
  if (kind !== 'text' || level > 0) return undefined
  const [, marked, plain, value] = LABEL.exec(block.lines[0]?.text ?? '') ?? []
  const words = marked ?? plain
  if (words === undefined) return undefined
  if (/^topic$/i.test(words) && value !== undefined)
    return { role: 'topic', heading: value, level: LABEL_LEVEL, line, inline: '' }
  const role = nameOf(words)
  if (!LABELLED.has(role)) return undefined
  const rest = [value ?? '', ...block.lines.slice(1).map((one) => one.text)].filter((one) => one !== '')
  if (rest.length > 0 && !TAKES_VALUE.has(role) && (value !== undefined || !ENDS_WITH_LIST.has(role)))
    return undefined
  return {
    role,
    heading: words,
    level: LABEL_LEVEL,
    line,
    inline: TAKES_VALUE.has(role) ? rest.join('\n') : '',
  }
}

/** The lines right below `Action items:` are its list, also where they have no bullets. */
function belowLabel(block: Block, heading: Heading): Block | undefined {
  const lines = block.lines.slice(1)
  const first = lines[0]
  if (heading.level !== LABEL_LEVEL || heading.inline !== '' || first === undefined) return undefined
  return { ...block, line: first.line, lines, text: lines.map((one) => one.text).join(' ') }
}

const TAKES_VALUE: ReadonlySet<SectionRole> = new Set(['absent', 'attendees', 'invited'])

/** `#### Present: Ada, Ben` */
function headingWithValue(heading: Heading, nameOf: SectionNamer): Heading {
  const [, words = '', value = ''] = /^([^:]{2,60}):[\s*_]*([@\p{L}].*)$/u.exec(heading.heading) ?? []
  const role = value === '' ? 'topic' : nameOf(words)
  return TAKES_VALUE.has(role) ? { ...heading, role, inline: value } : heading
}
