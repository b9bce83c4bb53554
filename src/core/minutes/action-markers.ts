/** A line that says of itself that it is an action. */
export interface MarkedAction {
  /** What is to be done, without the marker; empty where a list below says it. */
  readonly text: string
  /** Who, where the marker names them: `ACTION ADA: …`. */
  readonly owner: string | null
}

interface ActionMarker {
  readonly name: string
  readonly example: string
  readonly pattern: RegExp
}

const WORDS =
  '(?:actions?|action[ _-]?items?|AIs?|A\\.I\\.|TO-?DOs?|To-?dos?|tasks?|next[ -]steps?|next actions?|follow[- ]ups?)'
const LOOSE = WORDS.replace('AIs?|A\\.I\\.|TO-?DOs?|To-?dos?', 'to-?dos?')
const WHO =
  '(?<owner>@[\\w-]+|all|[A-Z]{2,3}|\\([^()]{2,30}\\)|[-–] ?[@\\p{Lu}][^:]{1,30}|(?:for|to|on) [^:]{2,40})'

/** The markers that people put before actions; one is enough. */
const MARKERS: readonly ActionMarker[] = [
  {
    name: 'bracket',
    example: '(Action) Ada to …',
    pattern: new RegExp(`^\\W*[([] ?(?:${WORDS}|${LOOSE}) ?[)\\]][\\s:–-]*(?<text>.*)$`, 'isu'),
  },
  {
    name: 'loud',
    example: 'AI: …',
    pattern: new RegExp(
      `^\\W*(?:new )?${WORDS}(?: ${WHO}|, (?:related|unrelated))?\\s*(?::|→|=>|–|—| - |->)\\s*(?<text>.*)$`,
      'su',
    ),
  },
  {
    name: 'soft',
    example: 'Action item: …',
    pattern: new RegExp(
      `^\\W*(?:new |open )?${LOOSE}(?: ${WHO})?\\s*(?::|→|=>|–|—| - |->)\\s*(?<text>.*)$`,
      'isu',
    ),
  },
  {
    name: 'to',
    example: 'Action to post a comment',
    pattern: /^\W*(?:action(?: item)?|task|to-?do) (?<text>to (?!(?:the|a|an)\b)[a-z].*)$/is,
  },
  {
    name: 'next step is',
    example: 'The next step is to draft it',
    pattern:
      /^\W*(?:the |a |so |our )*next (?:steps?|actions?)(?: on (?:my|our|the) list)?,? (?:is|are|would be|will be)(?: still)?(?: to| for)? (?<text>.*)$/is,
  },
]
/** An action marked within a line: `… Action: Ada to …`. */
const INSIDE =
  /(?:[.;,)]\s+|\s[-–—]\s+|\s{2,})(?:ACTION(?: ITEMS?)?|Action(?: [Ii]tems?)?|AI|TODO)s?\s*:\s*(?<text>\S.*)$/s
const LABELS: readonly RegExp[] = [
  new RegExp(`^\\W*${WORDS}\\W*$`),
  new RegExp(`^\\W*(?:new |our )?${LOOSE}\\W*$`, 'i'),
]
const NOTHING =
  /^(?:none|n\/?a|nothing|no actions?\b.*|no (?:action )?items?\b.*|tbd|skipped|-+|\.+|see (?:above|below)\b.*)?[\s.]*$/i
/** Most lines have none of these words, and need no closer look. */
const MAY_MARK = /action|\bais?\b|a\.i\.|to-?do|tasks?\b|next|follow/i
const OF_BEFORE =
  /^\W*(?:last (?:week|time|meeting)['’]?s?|previous|prior|old) (?:AIs?|actions?|action items?|to-?dos?|next steps?)\b/i

/** Reads the marker of a line; undefined where there is none, or where it says that nothing is to be done. */
export function readActionMarker(line: string): MarkedAction | undefined {
  if (!MAY_MARK.test(line) || OF_BEFORE.test(line)) return undefined
  if (LABELS.some((label) => label.test(line))) return { text: '', owner: null }
  for (const { pattern } of MARKERS) {
    const groups = pattern.exec(line)?.groups
    if (groups !== undefined) return toMarked(groups)
  }
  const inside = INSIDE.exec(line)?.groups
  return inside === undefined ? undefined : toMarked(inside)
}

function toMarked(groups: Record<string, string | undefined>): MarkedAction {
  const owner = groups['owner']?.replace(/^(?:for|to|on) |^[-–(] ?|\)$/g, '') ?? null
  return { text: (groups['text'] ?? '').trim(), owner }
}

/** Whether a line tells what an earlier meeting gave to do. */
export function isOfEarlierMeeting(line: string): boolean {
  return OF_BEFORE.test(line)
}

/** `None`, `N/A`, `no action items today`, `…`. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text) || !/[\p{L}\p{N}]/u.test(text)
}
