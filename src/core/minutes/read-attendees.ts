import type { Attendee, NameLookup } from './minutes-record.ts'
import { mergeAttendees } from './merge-attendees.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { ListedPerson } from './listed-person.ts'
import { isName, readPerson, type Person } from './read-person.ts'
import type { Section } from './read-sections.ts'
import { readRosterTable } from './read-roster-table.ts'
import { isLoginRoster, looksLikeLogin } from './bare-logins.ts'

/** The people of all rosters of the file, each once, in order; whoever is present in one list is present. */
export function readAttendees(sections: readonly Section[], names?: NameLookup): Attendee[] {
  const rosters = sections.filter((section) => isRoster(section))
  const listed = rosters.flatMap((section) => listedIn(section))
  // Boxes say who was there, also while none of them is ticked.
  const hasBoxes = rosters.some(({ blocks }) => blocks.some(({ checked }) => checked !== undefined))
  const hasPeople = hasBoxes || listed.some((person) => person.present)
  const invited = hasPeople
    ? []
    : sections.filter((section) => section.context === 'invited').flatMap((section) => listedIn(section))
  return mergeAttendees(withBareLogins([...listed, ...invited]), names)
}

function isRoster({ context, within }: Section): boolean {
  return (context === 'attendees' || context === 'absent') && !within.has('next') && !within.has('previous')
}

function listedIn(section: Section): ListedPerson[] {
  const absent = section.within.has('absent')
  const inline =
    section.inline === '' ? [] : section.inline.split('\n').flatMap((text) => inSentence(text, section.line))
  const blocks = withoutItems(section.blocks)
  const rows = readRosterTable(blocks)
  const listed = blocks.flatMap((block, index) => inBlock(block, blocks[index + 1], section))
  const people = [
    ...inline,
    ...rows,
    ...(section.role === 'topic' && !isMostlyPeople(section, listed) ? [] : listed),
  ]
  const role = GUESTS.test(section.heading) ? plainText(section.heading) : null
  return people.map((person) => ({
    ...person,
    role: person.role ?? role,
    present: person.present && !absent,
  }))
}

/** Who stands below such a heading is marked by it. */
const GUESTS =
  /^\W*(?:other )?(?:guests?|observers?|visitors?)\b(?!.*\b(?:members?|attendees?|participants?)\b)/i

/** Without items of an agenda that has no heading of its own, and without what stands below them. */
function withoutItems(blocks: readonly Block[]): Block[] {
  let hidden: number | undefined
  return blocks.filter((block) => {
    if (hidden !== undefined && block.level <= hidden) hidden = undefined
    if (hidden === undefined && block.kind === 'item' && /#\d+\]\(/.test(block.text)) hidden = block.level
    return hidden === undefined
  })
}

/** A heading of its own below the roster opens another roster only when people are what stands there. */
function isMostlyPeople(section: Section, people: readonly ListedPerson[]): boolean {
  const lines = section.blocks.flatMap((block) => block.lines.filter((one) => one.text !== ''))
  const sure = people.filter((person) => person.form !== 'Name: role')
  const withPeople = new Set(sure.map((person) => person.line))
  return withPeople.size * 3 >= lines.length * 2
}

function inBlock(block: Block, next: Block | undefined, section: Section): ListedPerson[] {
  if (block.kind === 'item') return inItem(block, next)
  if (block.kind !== 'text' || block.text.length > 1500 || isProse(section, block)) return []
  return block.lines.flatMap(({ text, line }) => inLine(text, line))
}

/** A paragraph after the list: words about the meeting, not people. */
function isProse(section: Section, block: Block): boolean {
  const text = plainText(block.text)
  const words = text.split(' ').length
  return /[.!?]$/.test(text) && words > 8 && section.blocks[0] !== block && !text.includes(',')
}

function inItem(block: Block, next: Block | undefined): ListedPerson[] {
  const hasChildren = next?.kind === 'item' && next.level > block.level
  const text = block.text.length < 300 ? block.text : (block.lines[0]?.text ?? '')
  if (hasChildren && !/@/.test(text) && !text.includes('](')) return []
  const several = inSentence(text, block.line)
  const people =
    isGroupLine(text) || (several.length > 1 && isPlainList(text, true))
      ? several
      : one(readPerson(text), block.line, 'item')
  return block.checked === false ? people.map((person) => ({ ...person, present: false })) : people
}

/** `Acme: Ada Example, Ben Example` */
const GROUP_LINE = /^[\s*_]*([^:@,()]{2,40}?)[\s*_]*:[\s*_]*(.+,.+|.+\band\b.+)$/
const LABEL =
  /^[\s*_]*(?:present|attendees?|attending|participants?|members?|guests?|observers?|visitors?|also|remote|in person|from|chairs?|scribes?|on the (?:call|phone))\b[^:]{0,30}:[\s*_]*/i
const REGRETS =
  /^[\s*_]*(?:regrets|apologies|absent|not present|missing|excused|unable to attend)\b[^:,]{0,30}:[\s*_]*/i

function isGroupLine(text: string): boolean {
  const [, group, people] = GROUP_LINE.exec(text) ?? []
  return (
    (group !== undefined &&
      people !== undefined &&
      splitList(people).every((part) => readPerson(part) !== undefined)) ||
    LABEL.test(text) ||
    REGRETS.test(text)
  )
}

/** Names with commas between and nothing else. In an item, two parts are a name and a company. */
function isPlainList(text: string, inItem: boolean): boolean {
  const parts = splitList(plainText(text))
  const short = parts.length === 2 || (inItem && parts.length === 3)
  if (parts.length < 2 || (inItem && parts.length === 2)) return false
  if (short && !parts.every((part) => part.includes(' '))) return false
  return parts.every((part) => NAME_LIKE.test(part) && !COMPANY.test(part))
}

const NAME_LIKE = /^[@\p{L}][\p{L}\p{M}\p{N}.'’ @()-]{1,50}$/u
const COMPANY =
  /\b(?:inc|llc|ltd|corp|corporation|gmbh|university|foundation|technologies|systems|labs|group)\b/i

function inLine(text: string, line: number): ListedPerson[] {
  const parts = splitList(text)
  const list = parts.length > 2 || isGroupLine(text) || (parts.length === 2 && isPlainList(text, false))
  return list ? inSentence(text, line) : one(readPerson(text), line, 'line')
}

/** People with commas between, after an optional `Present:` or `Acme:`. */
function inSentence(text: string, line: number): ListedPerson[] {
  const absent = REGRETS.test(text)
  const bare = text.replace(REGRETS, '').replace(LABEL, '')
  const [, group, people] = GROUP_LINE.exec(bare) ?? []
  const list = people ?? bare
  const role = group === undefined || !isName(group, false) ? null : plainText(group)
  return splitList(list).flatMap((part) =>
    one(readPerson(part), line, 'sentence').map((person) => ({
      ...person,
      role: person.role ?? role,
      present: person.present && !absent,
    })),
  )
}

/** Splits at commas, semicolons, `and`, `&`, outside brackets. */
export function splitList(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (char === '(' || char === '[') depth += 1
    if (char === ')' || char === ']') depth = Math.max(0, depth - 1)
    if (depth === 0 && (char === ',' || char === ';')) {
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part]
    .flatMap((one) => one.split(/(?:^|\s)(?:and|&|\+)\s(?=\S)/))
    .map((one) => one.trim().replace(/\.$/, ''))
    .filter((one) => one !== '')
}

function one(person: Person | undefined, line: number, listed: ListedPerson['listed']): ListedPerson[] {
  return person === undefined ? [] : [{ ...person, line, listed }]
}

/** In a list of bare logins the words are logins; among people with logins, a login-like word in brackets is one. */
function withBareLogins(people: readonly ListedPerson[]): ListedPerson[] {
  const bare = isLoginRoster(people)
  const bracketed = people.filter((person) => person.form === 'Name (@login …)').length * 2 >= people.length
  return people.map((person) => {
    if (person.login !== null || person.name === null) return person
    if (bare && person.listed === 'item' && !person.name.includes(' '))
      return { ...person, login: person.name, name: null }
    const login =
      person.role !== null && person.form === 'Name (role)' && bracketed && looksLikeLogin(person.role)
        ? person.role
        : null
    return login === null ? person : { ...person, login, role: null }
  })
}
