import { NOBODY, NO_WORK, WORK } from './commitment-words.ts'
import type { PeopleIndex } from './people-index.ts'
import type { Sentence } from './split-sentences.ts'

/** Somebody's promise, or work given to somebody. */
export interface Commitment {
  readonly owners: readonly string[]
}

const NAME = "@?[\\p{Lu}@][\\p{L}\\p{M}\\p{N}_'’-]*(?: \\p{Lu}[\\p{L}\\p{M}'’-]*\\.?){0,2}|@[a-z0-9][\\w-]*"
const NAMES = `((?:${NAME})(?:(?:, and |,? ?& ?|, ?| and | or | ?/ ?| ?\\+ ?)(?:${NAME}))*)`
const PROMISE =
  "(?:(?: also| then| just| still)? (?:will|shall)(?: also| then| just| now| try to| continue to| go ahead and| take action to| work to| attempt to)?|['’]ll(?: also)?|(?:,| -)? to(?: also| then| just| please)?| (?:is|are) going to| (?:is|are) to| (?:(?:has|have) )?(?:also |tentatively |duly )?(?:volunteers?|volunteered|agrees|agreed|signed up|offered|commits|committed) to| (?:takes?|took|taking|will take|can take|has|have|had|to take)(?: on)?(?: an?| the)? (?:action|AI|to-?do)(?: items?)?(?: on)?(?: to| of| for|:)?)"
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}@/.'’-])${NAMES}(?:,)?(${PROMISE}) ([\\p{L}][\\p{L}-]*)`, 'gu')
const LOWER_NAMED = /^([a-z][\w-]{1,30}) (?:will|to|is going to|['’]ll) ([a-z][\w-]*)/
/** `Ada asked last week, will ask again`. */
const OPENING_NAME = /^(@?\p{Lu}[\p{L}\p{M}'’-]*) /u
const VOLUNTEER = new RegExp(
  `(?:^|[,;] )${NAMES} (?:(?:has|have) )?(?:tentatively |duly |kindly )?(?:volunteered|volunteers|volunteering|signed up)\\b`,
  'u',
)
const OWN =
  /(?:^|[,;.(–-] ?|\b(?:and|so|but|then|ok|okay|yes|yeah|sure|also)[, ]+)(?:I['’.]ll|I will|I['’]m going to|I am going to|I volunteer to|I shall)(?: also| then| just| try to| go ahead and)? ([a-z][\w-]*)/i
const UNSAID =
  /^(?:(?:and|so|ok|okay|yes|sure|then)[, ]+)?(?:will|going to)(?: also| then| try to)? ([a-z][\w-]*)/i
const TO_DO = /^to (?:also |then )?([a-z][\w-]*)/i
/** `…, will send a patch`, said by somebody. */
const CLAUSE = /[,;] (?:and |so |but )?(?:will|going to) ([a-z][\w-]*)/
const WE =
  /(?:^|[,;] |\b(?:so|and|then|but) )(?:we|we all|the (?:team|group|wg|tsc|cpc|committee)|team|group|wg|folks)(?:['’]ll| will| are going to| is going to| to)(?: also| then| try to| go ahead and)? ([a-z][\w-]*)/i

/** What stands right before a name that is not the one who acts: `ask Ada to …`. */
const ASKED =
  /\b(?:ask(?:ed|ing|s)?|allow(?:s|ed)?|for|want(?:s|ed|ing)?|need(?:s|ed|ing)?|wait(?:s|ed|ing)?(?: for| on)?|like|invit(?:e|es|ed|ing)|get(?:ting)?|with|by|from|of|than|about|help(?:s|ed|ing)?|thank(?:s|ed)?(?: you)?(?: to)?|let|enabl\w+|encourag\w+|nominat\w+|add(?:ed|ing)?|assign(?:ed)?|ping(?:ed)?|remind(?:ed)?|request(?:ed)?|to|in|on|if|when|whether|how|why|where|what|the|a|an|unless|until|once|hop(?:e|es|ing)|suggest(?:s|ed)?|expect(?:s|ed)?|would|should|could|can|may|might|does|do|did|is|was|thinks?|said)\s*$/i
const COLLECTIVE = /^(?:all|everyone|everybody|team|group|wg|anyone interested|others)$/i

/** Words for things and deeds end so; first names seldom do. */
const NO_NAME_ENDING = /(?:ed|ing|ence|ance|tion|sion|ment|ity|ness|ism|ly|ship|able|ible|less|ful)s?$/i

/** Most sentences have none of these words, and need no closer look. */
const MAY_PROMISE = /\b(?:to|will|shall|going|volunteer|action|signed)|['’.]ll\b|\bAI\b/i

/** The commitments of a sentence; none for a question, a doubt, or words about the past. */
export function findCommitments(sentence: Sentence, people: PeopleIndex): Commitment[] {
  const { text, speaker } = sentence
  if (!MAY_PROMISE.test(text)) return []
  if (
    text.length > 1200 ||
    /\?["”)]?$/.test(text) ||
    /\b(?:will|['’]ll) not\b|\bwon['’]t\b|\bnot going to\b/i.test(text)
  )
    return []
  const named = [...text.matchAll(NAMED)].flatMap((match) => asNamed(match, text, people))
  if (named.length > 0) return named
  const lower = LOWER_NAMED.exec(text)
  if (lower?.[1] !== undefined && people.knows(lower[1]) && !NO_WORK.has(lower[2]?.toLowerCase() ?? ''))
    return [{ owners: [people.ownerOf(lower[1])] }]
  const volunteer = VOLUNTEER.exec(text)?.[1]
  const volunteers = volunteer === undefined ? [] : ownersIn(volunteer, people)
  if (volunteers.length > 0) return [{ owners: volunteers }]
  const opening = OPENING_NAME.exec(text)?.[1]
  if (opening !== undefined && people.knows(opening) && isWork(CLAUSE.exec(text)?.[1]))
    return [{ owners: [people.ownerOf(opening)] }]
  if (speaker !== null) return ownWork(text, speaker, people)
  return isWork(UNSAID.exec(text)?.[1])
    ? [{ owners: [] }]
    : isWork(WE.exec(text)?.[1]) && !/\b(?:if|once|when|unless|after|until|wait\w*)\b/i.test(text)
      ? [{ owners: [] }]
      : []
}

function asNamed(match: RegExpMatchArray, text: string, people: PeopleIndex): Commitment[] {
  const [whole, names = '', promise = '', verb = ''] = match
  const before = text.slice(0, match.index)
  const agreed = /\bagreed (?:that )?$/i.test(before)
  if (!agreed && ASKED.test(before)) return []
  if (NO_WORK.has(verb.toLowerCase()) && !/^be$/i.test(verb) && !/action|AI|to-?do/.test(promise)) return []
  if (
    /^be$/i.test(verb) &&
    !/^ (?:responsible|in charge|the (?:champion|owner|lead|point)|leading|driving)\b/i.test(
      text.slice((match.index ?? 0) + whole.length),
    )
  )
    return []
  if (/^\p{Lu}/u.test(verb) && !/^PR$/i.test(verb)) return []
  const owners = ownersIn(names, people)
  if (owners.length > 0) return [{ owners }]
  return isWork(verb) && isUnknownName(names, before) ? [{ owners: [people.ownerOf(names)] }] : []
}

/** Those of the names that the file knows, or that are logins, or everyone. */
function ownersIn(names: string, people: PeopleIndex): string[] {
  const parts = splitNames(names)
  return parts
    .filter((part) => people.knows(part) || /^@[a-z0-9]/i.test(part) || COLLECTIVE.test(part))
    .map((part) => (COLLECTIVE.test(part) ? part.toLowerCase() : people.ownerOf(part)))
}

/** Whether words with a capital are the start of a sentence and no name. */
export function isNobody(words: string): boolean {
  return (
    words.split(' ').some((word) => NOBODY.has(word.replace('@', '').toLowerCase())) ||
    isWork(words.split(' ')[0])
  )
}

/** Splits `Ada, Ben & Cem` into names. */
export function splitNames(names: string): string[] {
  return names
    .split(/,? and |,? ?& ?|, ?| or | ?\/ ?| ?\+ ?/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A name that is not in the roster: at the start, and none of the words that start sentences. */
function isUnknownName(names: string, before: string): boolean {
  if (!/^[\s("“*-]*$/.test(before) && !/(?:[:;,]|\band) $/.test(before)) return false
  const parts = splitNames(names)
  const words = names.split(' ')
  if (words.length === 1 && NO_NAME_ENDING.test(names)) return false
  if (parts.some(isNobody)) return false
  const unnamed = !/^[\s("“*-]*$/.test(before) || words.length > 2
  return !unnamed && parts.every((part) => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?)?$/u.test(part))
}

function ownWork(text: string, speaker: string, people: PeopleIndex): Commitment[] {
  const said = OWN.exec(text)?.[1] ?? UNSAID.exec(text)?.[1]
  const given = TO_DO.exec(text)?.[1]
  const verb =
    said !== undefined && !NO_WORK.has(said.toLowerCase()) ? said : (CLAUSE.exec(text)?.[1] ?? given)
  if (verb === undefined || NO_WORK.has(verb.toLowerCase())) return []
  if (said === undefined && !isWork(verb)) return []
  const owners = COLLECTIVE.test(speaker)
    ? [speaker.toLowerCase()]
    : splitNames(speaker).map((name) => people.ownerOf(name))
  return [{ owners }]
}

/** Whether a line begins with the work itself: `Open an issue`. */
export function startsWithWork(text: string): boolean {
  return isWork(/^\W*([A-Za-z]+)/.exec(text)?.[1])
}

function isWork(verb: string | undefined): boolean {
  return verb !== undefined && WORK.has(verb.toLowerCase())
}
