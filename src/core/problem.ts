/** A spot in a file, as editors count: the first line and the first column are 1. */
export interface Place {
  /** Path from the root of the workspace, with forward slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something that a person has to put right, or should know. */
export interface Problem {
  /** The name of the rule that found it; the name stays for ever. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** What is wrong and why, in a full sentence, values in backticks. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  readonly place?: Place
}

/** The one error that is printed without a stack: a person's mistake, with all the problems found and not only the first. */
export class Refusal extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'))
    this.name = 'Refusal'
    this.problems = problems
  }
}

/** A refusal for one reason that has no place in a file. */
export function refuse(rule: string, message: string, hint?: string): Refusal {
  return new Refusal([{ rule, severity: 'error', message, ...(hint === undefined ? {} : { hint }) }])
}

/** Orders problems by file, line, column, rule and message, and drops those that say the same twice. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const keyed = new Map(problems.map((problem) => [sortKey(problem), problem]))
  return [...keyed.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, problem]) => problem)
}

function sortKey({ place, rule, message }: Problem): string {
  const pad = (n: number | undefined) => String(n ?? 0).padStart(9, '0')
  return [place?.file ?? '', pad(place?.line), pad(place?.column), rule, message].join('\u0000')
}
