/** The states a team can be in, in the order of a usual life. */
export const STATES = [
  'proposed',
  'in-review',
  'chartered',
  're-chartering',
  'dormant',
  'concluded',
  'replaced',
  'dechartered',
] as const

export type State = (typeof STATES)[number]

/** A fact that a step must state beside its day. */
export type StepFact = 'body' | 'link'

interface StateRule {
  /** The state in words, `has asked for a new charter`. */
  readonly says: string
  /** The states that may come after it; the state itself, where a step can confirm or amend it. */
  readonly next: readonly State[]
  /** What a step into it must say: who decided it, and where that can be read. */
  readonly needs: readonly StepFact[]
}

const ENDINGS = ['concluded', 'replaced'] as const

/**
 * What each state means and what may follow. A team whose charter was taken away may go on working, so `dechartered` is no ending;
 * a team that asks for a new charter keeps its old one until then, and keeps it when it gives up asking.
 */
export const STATE_RULES: Readonly<Record<State, StateRule>> = {
  proposed: {
    says: 'is proposed and has no charter yet',
    next: ['in-review', 'chartered', ...ENDINGS],
    needs: [],
  },
  'in-review': {
    says: 'has put its charter before those who ratify it',
    next: ['proposed', 'chartered', ...ENDINGS],
    needs: [],
  },
  chartered: {
    says: 'has a charter that was ratified',
    next: ['chartered', 're-chartering', 'dormant', ...ENDINGS, 'dechartered'],
    needs: ['body', 'link'],
  },
  're-chartering': {
    says: 'has a charter and asks for a new one',
    next: ['chartered', 'dormant', ...ENDINGS, 'dechartered'],
    needs: [],
  },
  dormant: {
    says: 'has a charter and rests',
    next: ['chartered', 're-chartering', ...ENDINGS, 'dechartered'],
    needs: [],
  },
  concluded: { says: 'has ended', next: ['proposed', 'in-review'], needs: ['link'] },
  replaced: { says: 'has ended, and another team does its work', next: [], needs: ['link'] },
  dechartered: {
    says: 'has lost its charter, and may go on working',
    next: ['proposed', 'in-review', 'chartered', ...ENDINGS],
    needs: ['body', 'link'],
  },
}

/** The states with which a history may begin: of an old team the first years may be forgotten, but not its charter. */
export const FIRST_STATES: readonly State[] = ['proposed', 'in-review', 'chartered']

/** The states in which a team has ended. */
export const ENDED: readonly State[] = ENDINGS

/** The states in which a charter that was ratified is in force. */
export const IN_FORCE: readonly State[] = ['chartered', 're-chartering', 'dormant']

/** The states that may follow a state; those that may begin a history when there is none. */
export function nextStates(from: State | undefined): readonly State[] {
  return from === undefined ? FIRST_STATES : STATE_RULES[from].next
}

/** The states from which a state can be reached in one step. */
export function statesBefore(to: State): readonly State[] {
  return STATES.filter((from) => STATE_RULES[from].next.includes(to))
}
