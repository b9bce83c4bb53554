import { DECISION_FORMS, DECISION_MARKER, FILLER, NOT_DECIDED, ONE_AGREES } from './decision-words.ts'
import type { Decision } from './minutes-record.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { Section } from './read-sections.ts'
import { splitSentences } from './split-sentences.ts'
import type { SectionRole } from './words.ts'

const NO_DECISIONS: readonly SectionRole[] = [
  'standup',
  'links',
  'attendees',
  'absent',
  'invited',
  'logistics',
  'next',
  'previous',
]
const LEAST_WORDS = 2
const OPINION = /\b(?:I (?:think|thought|believe|guess|don['’]t)|would like|maybe|might)\b/i
const SAYS_SO = /\b(?:decision|consensus|resolution|conclusion|agreement) (?:is|was)\b/i
/** After these words the decision follows in the same sentence. */
const SAYS_ITSELF = /\b(?:decided|decision|resol\w+|conclu\w+|verdict|outcome)\b/i
const UNSAID = /^(?:none|n\/?a|tbd|nothing|skipped)?[\s.]*$/i

/** Collects what the meeting decided, each once. A bare `No objections!` does not say to what and is left out. */
export function readDecisions(sections: readonly Section[]): Decision[] {
  const found = sections.flatMap((section) => {
    if (NO_DECISIONS.some((role) => section.within.has(role)) && section.role !== 'agenda') return []
    return section.blocks.flatMap((block) =>
      section.context === 'decisions' ? listed(block) : inBlock(block),
    )
  })
  const seen = new Set<string>()
  return found.filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase())
    seen.add(text.toLowerCase())
    return isNew
  })
}

/** Below a heading such as `Decisions`, every item and every line is one. */
function listed(block: Block): Decision[] {
  if (block.kind === 'item' && block.level > 0) return []
  if (block.kind !== 'item' && block.kind !== 'text') return []
  const text = plainText(block.text).replace(DECISION_MARKER, '')
  return UNSAID.test(text) || text.endsWith(':') ? [] : [{ text, line: block.line }]
}

function inBlock(block: Block): Decision[] {
  if (block.kind !== 'item' && block.kind !== 'text' && block.kind !== 'row') return []
  if (!MAY_DECIDE.test(block.text)) return []
  const decisions: Decision[] = []
  const sentences = splitSentences(block)
  for (const [index, { text, line }] of sentences.entries()) {
    const marker = DECISION_MARKER.exec(text)?.[0]
    if (marker !== undefined && !/propos/i.test(marker)) {
      const rest = [text.slice(marker.length), ...sentences.slice(index + 1).map((one) => one.text)].join(' ')
      return UNSAID.test(rest) || rest.endsWith('?') ? decisions : [...decisions, { text: rest, line }]
    }
    const decision = withMotion({ text, line }, sentences.slice(Math.max(0, index - 8), index))
    if (isDecision(text, decision.text)) decisions.push(decision)
  }
  return decisions
}

const CARRIED = /\b(?:motion|unanimous\w*|vote|voted|votes)\b/i
const MOVED = /\b(?:motion|move[ds]?|propos\w+|resol\w+)\b/i

/** `The motion carries` says nothing without the motion: the sentence that moved it comes along. */
function withMotion(decision: Decision, before: readonly Decision[]): Decision {
  const moved = CARRIED.test(decision.text) ? before.find((one) => MOVED.test(one.text)) : undefined
  return moved === undefined ? decision : { text: `${moved.text} ${decision.text}`, line: moved.line }
}

/** Most sentences have none of these words, and need no closer look. */
const MAY_DECIDE =
  /consens|object|disagree|agree|deci[ds]|resol|conclu|verdict|outcome|vot|unanim|motion|approv|accept|hereby|opposition|dissent|propos|request|rfc|nominat|charter/i

function isDecision(text: string, whole: string): boolean {
  if (!MAY_DECIDE.test(text)) return false
  if (
    text.length > 1200 ||
    /\?["”)]?$/.test(text) ||
    !DECISION_FORMS.some(({ pattern }) => pattern.test(text))
  )
    return false
  return (
    !NOT_DECIDED.test(text) &&
    !ONE_AGREES.test(text) &&
    (!OPINION.test(text) || SAYS_SO.test(text)) &&
    saysWhat(whole)
  )
}

function saysWhat(text: string): boolean {
  const left = text.replace(FILLER, ' ').match(/[\p{L}\p{N}#]{2,}/gu) ?? []
  const least = SAYS_ITSELF.test(text) ? 1 : LEAST_WORDS
  return left.length >= least || (left.length === 1 && /\bto \p{Ll}{4,}/u.test(text))
}
