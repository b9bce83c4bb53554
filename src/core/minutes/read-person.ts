import { PERSON_FORMS, type PersonParts } from './person-forms.ts'
import { withoutMarks } from './plain-text.ts'
import { scanLinks, type FoundLink } from './scan-links.ts'

/** A person of a roster line. */
export interface Person {
  readonly name: string | null
  readonly login: string | null
  readonly role: string | null
  /** False where the line itself says that the person was not there. */
  readonly present: boolean
  /** The form of the line, from the table of forms. */
  readonly form: string
}

const PROFILE = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([A-Za-z0-9][A-Za-z0-9-]{0,38})\/?$/i
const TEAM = /@[\w.-]+\/[\w.-]+/
/** Things that stand in rosters and are nobody. */
const NOT_A_PERSON =
  /^(?:n\/?a|none|tbd|tba|tbc|nobody|no[- ]?one|everyone|all|others?\b.*|various|several\b.*|many\b.*|more\b.*|and (?:more|others|many)\b.*|some\b.*|a lot\b.*|lots\b.*|a few\b.*|possibly\b.*|(?:your )?name(?: here)?|name\b.*|you\??|please\b.*|add\b.*|feel free\b.*|sign\b.*|if\b.*|see\b.*|the\b.*|this\b.*|we\b.*|in person\b.*|meeting\b.*|cancel.*|skipped|\.+|\d+ .*|github|zoom|youtube|recording|notes?|minutes|agenda|quorum\b.*)$/i
const GROUP_LAST =
  /\b(?:teams?|members?|maintainers|council|board|committee|directors|group|wg|commcomm|collaborators|invitees|releasers|public|audience|observers?|guests?|staff|participants|attendees|present|representatives?|companies|regrets|absent|organization|community|foundation)$/i
const ABSENT =
  /\b(?:unable|couldn['’]?t|could not|can(?:no|['’])t|not able|did ?n[o'’]t|was ?n[o'’]t) (?:to )?(?:join|attend|make|be (?:here|there|present)|connect|get in|present|participate)|\b(?:attempted|tried) to (?:join|attend|connect|call in)\b|\b(?:absent|regrets|apologies|excused|no[- ]show|not present|not attending|away|on vacation|out of office)\b/i
const PARTLY =
  /\b(?:partially|partial|partly|late|left early|(?:first|second|last) (?:half|part|hour)|until)\b/i

/** Reads a line of a roster; undefined when it is no person. */
export function readPerson(line: string): Person | undefined {
  if (line.length > 300) return undefined
  const struck = /^\W*~~.+~~\W*$/.test(line)
  const { text, login: linked } = withoutLinks(line)
  const plain = withoutMarks(text)
    .replace(/^[\s*•·,;:.–-]+/, '')
    .replace(/^\+\s?(?=[A-Z])/, '')
    .trim()
  if (plain === '' || TEAM.test(plain) || /^\+/.test(plain) || /\?{2,}$/.test(plain)) return undefined
  const found = partsOf(plain)
  if (found === undefined) return undefined
  const { parts, form } = found
  const role = tidyRole(parts.role?.trim() === parts.name?.trim() ? '' : parts.role)
  const login = parts.login ?? linked
  const spaced = form.startsWith('Name (@') && isNameInside(parts)
  const name = tidyName(parts.name)
  if (name === null && login === undefined) return undefined
  if (name !== null && !isName(name, login !== undefined)) return undefined
  const absent = struck || (ABSENT.test(plain) && !PARTLY.test(plain))
  return { name, login: spaced ? null : (login ?? null), role: spaced ? null : role, present: !absent, form }
}

/** `Ada Example (@Ada Example)`: what follows the @ is the name again and no login. */
function isNameInside({ name, login, role }: PersonParts): boolean {
  const again = `${login ?? ''}${/^( [^,)\]–-]*)/.exec(role ?? '')?.[1] ?? ''}`.trim().toLowerCase()
  return name !== undefined && again.includes(' ') && again === name.trim().toLowerCase()
}

function partsOf(plain: string): { parts: PersonParts; form: string } | undefined {
  const initialed = plain.replace(/^\p{Lu}[\p{L}]{0,3}: +(?=\p{Lu})/u, '')
  for (const { form, pattern } of PERSON_FORMS) {
    const groups = pattern.exec(initialed)?.groups
    if (groups !== undefined) return { parts: groups, form }
  }
  return undefined
}

/** Takes links out: the text of a link stays, a profile on GitHub gives the login. */
function withoutLinks(line: string): { text: string; login: string | undefined } {
  const links = scanLinks(line)
  let text = ''
  let at = 0
  let login: string | undefined
  for (const link of links) {
    login ??= PROFILE.exec(link.url)?.[1]
    text += line.slice(at, link.start) + wordsOf(link)
    at = link.end
  }
  return { text: (text + line.slice(at)).replace(/\(\s*\)/g, ' '), login }
}

function wordsOf(link: FoundLink): string {
  return link.bare || link.image ? '' : link.text
}

function tidyName(name: string | undefined): string | null {
  const tidy = (name ?? '')
    .replace(/\[[ xX]?\]/g, '')
    .replace(/[\s,;:.!?*_/|–—-]+$/u, '')
    .replace(/^[\s,;:.*_–—"“'-]+|["”]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return tidy === '' ? null : tidy
}

function tidyRole(role: string | undefined): string | null {
  const tidy = (role ?? '')
    .replace(/[()[\]]+/g, ' ')
    .replace(/^[\s,;:/.–—-]+|[\s,;:/.–—-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return tidy === '' || tidy.length > 120 ? null : tidy
}

/** Whether words can be the name of a person: few, short, begun with capitals, none of the words for groups and for nobody. */
export function isName(name: string, hasLogin: boolean): boolean {
  const words = name.split(' ')
  if (
    !/\p{L}{2}/u.test(name) ||
    words.length > 6 ||
    NOT_A_PERSON.test(name) ||
    /https?:|[#=?!{}$\\]/.test(name)
  )
    return false
  if (GROUP_LAST.test(name)) return false
  if (hasLogin) return true
  const capitals = words.filter((word) => /^["“(]?\p{Lu}/u.test(word) || !/\p{Ll}/u.test(word)).length
  return words.length === 1 || capitals * 2 >= words.length
}
