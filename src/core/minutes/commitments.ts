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
const VOLUNTEER = new RegExp(
  `^${NAMES} (?:(?:has|have) )?(?:tentatively |duly |kindly )?(?:volunteered|volunteers|signed up)\\b`,
  'u',
)
const OWN =
  /(?:^|[,;.(–-] ?|\b(?:and|so|but|then|ok|okay|yes|yeah|sure|also)[, ]+)(?:I['’]ll|I will|I['’]m going to|I am going to|I volunteer to|I shall)(?: also| then| just| try to| go ahead and)? ([a-z][\w-]*)/i
const UNSAID =
  /^(?:(?:and|so|ok|okay|yes|sure|then)[, ]+)?(?:will|going to|to)(?: also| then| try to)? ([a-z][\w-]*)/i
const WE =
  /(?:^|[,;] |\b(?:so|and|then|but) )(?:we|we all|the (?:team|group|wg|tsc|cpc|committee)|team|group|wg|folks)(?:['’]ll| will| are going to| is going to| to)(?: also| then| try to| go ahead and)? ([a-z][\w-]*)/i

/** What stands right before a name that is not the one who acts: `ask Ada to …`. */
const ASKED =
  /\b(?:ask(?:ed|ing|s)?|allow(?:s|ed)?|for|want(?:s|ed|ing)?|need(?:s|ed|ing)?|wait(?:s|ed|ing)?(?: for| on)?|like|invit(?:e|es|ed|ing)|get(?:ting)?|with|by|from|of|than|about|help(?:s|ed|ing)?|thank(?:s|ed)?(?: you)?(?: to)?|let|enabl\w+|encourag\w+|nominat\w+|add(?:ed|ing)?|assign(?:ed)?|ping(?:ed)?|remind(?:ed)?|request(?:ed)?|to|in|on|if|when|whether|how|why|where|what|the|a|an|unless|until|once|hop(?:e|es|ing)|suggest(?:s|ed)?|expect(?:s|ed)?|would|should|could|can|may|might|does|do|did|is|was|thinks?|said)\s*$/i
/** What follows `will` or `to` and makes it no work: a state, a hope, an opinion. */
const NO_WORK = new Set(
  'be have need want like see say admit note mention agree disagree defer guess assume hope think believe likely probably possibly maybe not never always only the a an this that these those his her their its our my your it him them us me know miss stay remain happen become seem feel love attend away abstain object prefer wonder add-on stop let'.split(
    ' ',
  ),
)
/** Work that can be seen when it is done; only this counts where nobody is named. */
const WORK = new Set(
  'open create file update write draft send email ping ask contact reach follow review add remove merge submit pr post comment schedule setup set organize organise prepare publish document investigate look check propose fix implement share announce collect start bring raise circulate nominate invite onboard tag label backport revert reply respond summarize summarise report confirm push move rename clean close discuss revisit work capture track land try finalize define talk put make migrate'.split(
    ' ',
  ),
)
const COLLECTIVE = /^(?:all|everyone|everybody|team|group|wg|anyone interested|others)$/i
/** Words with a capital that start sentences and are nobody. */
const NOBODY =
  /^(?:@?(?:this|that|it|we|they|he|she|there|which|who|what|how|when|where|why|if|and|but|so|then|also|next|need|needs|want|wants|trying|going|have|has|had|like|continue|plan|plans|planning|proposal|proposed|propose|pr|prs|decision|request|requests|ask|asking|action|actions|agreement|agreed|agree|consensus|link|links|issue|issues|nothing|something|anything|everything|time|due|up|moving|move|update|updates|node|nodejs|release|releases|security|discussion|meeting|meetings|one|two|three|first|second|third|last|some|many|most|more|other|others|another|people|folks|someone|somebody|anybody|nobody|members|member|user|users|project|projects|foundation|board|tsc|ctc|cpc|council|committee|commcomm|comcomm|github|google|microsoft|ibm|npm|v8|chrome|vm|vms|ci|jenkins|i|you|your|our|my|the|a|an|as|at|by|for|from|in|of|on|or|to|with|would|should|could|can|may|might|must|do|does|did|don|is|are|was|were|be|been|being|not|no|yes|ok|maybe|perhaps|please|still|just|only|now|today|tomorrow|later|soon|hopefully|looking|working|waiting|ready|able|happy|willing|interested|aim|aims|goal|goals|idea|ideas|way|ways|option|options|question|questions|answer|answers|help|thanks|thank|interest|ability|access|changes|change|work|works|code|test|tests|doc|docs|documentation|support|version|versions|api|apis|data|things|thing|part|parts|example|examples|reminder|todo|ai|note|notes|minutes|agenda|item|items|steps|step|attempt|attempts|effort|efforts|reason|reasons|opportunity|desire|intent|intention|call|vote|votes|motion|deadline|nomination|nominations|invitation|invited|expected|supposed|seems|seem|used|prior|according|thanks|up|out|back|close|add|remove|create|open|keep|try|start|tried|started|easy|hard|difficult|possible|impossible|important|good|better|best|nice|great|fine|sure|unlikely|likely|free|feel|subject|similar|related|relevant|specific|open|new|old|current|future))$/i

/** The commitments of a sentence; none for a question, a doubt, or words about the past. */
export function findCommitments(sentence: Sentence, people: PeopleIndex): Commitment[] {
  const { text, speaker } = sentence
  if (
    text.length > 1200 ||
    /\?["”)]?$/.test(text) ||
    /\b(?:will|['’]ll) not\b|\bwon['’]t\b|\bnot going to\b/i.test(text)
  )
    return []
  const named = [...text.matchAll(NAMED)].flatMap((match) => asNamed(match, text, people))
  if (named.length > 0) return named
  const volunteer = VOLUNTEER.exec(text)?.[1]
  const volunteers = volunteer === undefined ? [] : ownersIn(volunteer, people)
  if (volunteers.length > 0) return [{ owners: volunteers }]
  if (speaker !== null) return ownWork(text, speaker, people)
  return isWork(UNSAID.exec(text)?.[1]) && !/^to /i.test(text)
    ? [{ owners: [] }]
    : isWork(WE.exec(text)?.[1]) && !/\b(?:if|once|when|unless|after)\b/i.test(text)
      ? [{ owners: [] }]
      : []
}

function asNamed(match: RegExpMatchArray, text: string, people: PeopleIndex): Commitment[] {
  const [whole, names = '', promise = '', verb = ''] = match
  const before = text.slice(0, match.index)
  const agreed = /\bagreed (?:that )?$/i.test(before)
  if (!agreed && ASKED.test(before)) return []
  if (NO_WORK.has(verb.toLowerCase()) && !/^be$/i.test(verb)) return []
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
  return isUnknownName(names, before, promise) ? [{ owners: [people.ownerOf(names)] }] : []
}

/** Those of the names that the file knows, or that are logins, or everyone. */
function ownersIn(names: string, people: PeopleIndex): string[] {
  const parts = splitNames(names)
  return parts
    .filter((part) => people.knows(part) || /^@[a-z0-9]/i.test(part) || COLLECTIVE.test(part))
    .map((part) => (COLLECTIVE.test(part) ? part.toLowerCase() : people.ownerOf(part)))
}

/** Splits `Ada, Ben & Cem` into names. */
export function splitNames(names: string): string[] {
  return names
    .split(/,? and |,? ?& ?|, ?| or | ?\/ ?| ?\+ ?/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A name that is not in the roster: at the start, with `to`, and none of the words that start sentences. */
function isUnknownName(names: string, before: string, promise: string): boolean {
  if (!/^[\s("“*-]*$/.test(before) && !/(?:[:;,]|\band) $/.test(before)) return false
  const parts = splitNames(names)
  const words = names.split(' ')
  if (parts.some((part) => part.split(' ').some((word) => NOBODY.test(word)))) return false
  const unnamed = !/^[\s("“*-]*$/.test(before) || words.length > 2
  if (/will|ll\b/.test(promise)) return !unnamed && words.length === 2
  return !unnamed && parts.every((part) => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*\.?)?$/u.test(part))
}

function ownWork(text: string, speaker: string, people: PeopleIndex): Commitment[] {
  const verb = (OWN.exec(text) ?? UNSAID.exec(text))?.[1]
  if (verb === undefined || NO_WORK.has(verb.toLowerCase())) return []
  if (/^to /i.test(text) && !isWork(verb)) return []
  const owners = /^(?:all|everyone|group)$/i.test(speaker)
    ? [speaker.toLowerCase()]
    : splitNames(speaker).map((name) => people.ownerOf(name))
  return [{ owners }]
}

function isWork(verb: string | undefined): boolean {
  return verb !== undefined && WORK.has(verb.toLowerCase())
}
