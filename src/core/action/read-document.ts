import * as z from 'zod'
import { given } from '../given.ts'
import type { Problem } from '../problem.ts'

/** What a command's JSON document tells, as far as a person wants to read it. Every text in it is foreign. */
export interface Account {
  readonly parts: readonly AccountPart[]
  readonly problems: readonly Problem[]
  /** The folder of the feeds, as the document names it. */
  readonly feeds?: string
}

/** What was done, or would be, for one series, one chore, or all at once. */
export interface AccountPart {
  /** `security-wg`, `groups/a meetings security-wg`; empty when the document has only one part. */
  readonly title: string
  readonly changes: readonly AccountChange[]
  readonly notes: readonly string[]
  /** The addresses that were written, in order. */
  readonly urls: readonly string[]
}

/** One change in words. */
export interface AccountChange {
  readonly sign: '+' | '~'
  /** `example/wg`, `example/wg#12`, `public/all.ics` */
  readonly where: string
  readonly what: string
  /** The address of an issue that was there before. */
  readonly url?: string
}

const texts = z.array(z.string()).catch([])
const text = z.string().optional().catch(undefined)
const name = z.string().catch('')

const changeShape = z.object({
  kind: name,
  repository: name,
  path: name,
  before: text,
  name,
  number: z.number().int().optional().catch(undefined),
  url: text,
  why: name,
  branch: name,
  // An edit of a title has two.
  title: z.string().catch(''),
  files: z.array(z.object({ path: z.string() })).catch([]),
})

type RawChange = z.infer<typeof changeShape>

const changes = z
  .array(
    z.union([z.string().transform((path) => changeShape.parse({ kind: 'write-file', path })), changeShape]),
  )
  .catch([])

const partShape = z.object({
  group: text,
  part: text,
  of: text,
  series: text,
  changes,
  notes: texts,
  urls: texts,
})

const problemShape = z.object({
  rule: z.string().catch('wg'),
  severity: z.enum(['error', 'warning']).catch('error'),
  message: z.string(),
  hint: z.string().nullish().catch(null),
  file: z.string().nullish().catch(null),
  line: z.number().int().positive().nullish().catch(null),
  column: z.number().int().positive().nullish().catch(null),
  place: z
    .object({ file: z.string(), line: z.number().int().positive(), column: z.number().int().positive() })
    .optional()
    .catch(undefined),
})

const documentShape = z.object({
  chores: z.array(partShape).catch([]),
  meetings: z.array(partShape).catch([]),
  changes,
  notes: texts,
  urls: texts,
  problems: z.array(problemShape).catch([]),
  feeds: z
    .union([z.string(), z.array(z.string()).nonempty()])
    .nullish()
    .catch(null),
  out: text,
})

/** Reads a document of `wg … --json`; a key that has another shape than wg writes counts as left out. Undefined for what is no document. */
export function readDocument(document: unknown): Account | undefined {
  const read = documentShape.safeParse(document).data
  if (!read) return undefined
  const { chores, meetings, problems, feeds, out } = read
  const whole = { changes: read.changes, notes: read.notes, urls: read.urls }
  const several = [...chores, ...meetings].map((part) => ({ ...part, title: titleOf(part) }))
  return {
    parts: [{ ...whole, title: '' }, ...several]
      .filter((part) => part.changes.length + part.notes.length + part.urls.length > 0)
      .map((part) => ({ ...part, changes: part.changes.map(tell) })),
    problems: problems.map(readProblem),
    // `wg calendar` lists the feeds and names their folder beside; `wg run` names the folder.
    ...given({ feeds: typeof feeds === 'string' ? feeds : feeds ? out : undefined }),
  }
}

function titleOf({ group, part, of, series }: z.infer<typeof partShape>): string {
  return [group === '.' ? undefined : group, part, of ?? series]
    .filter((word) => word !== undefined)
    .join(' ')
}

function readProblem({ rule, severity, message, hint, ...rest }: z.infer<typeof problemShape>): Problem {
  const { file, line, column } = rest
  const place = rest.place ?? (file ? { file, line: line ?? 1, column: column ?? 1 } : undefined)
  return { rule, severity, message, ...given({ hint: hint ?? undefined, place }) }
}

type Teller = (change: RawChange) => AccountChange

/** The words for each kind of `Change`. */
const TELLERS: Readonly<Record<string, Teller>> = {
  'write-file': ({ path, before }) => ({
    sign: before === undefined ? '+' : '~',
    where: path,
    what: before === undefined ? 'write' : 'change',
  }),
  'create-label': ({ repository, name: label }) => ({
    sign: '+',
    where: repository,
    what: `make the label: ${label}`,
  }),
  'open-issue': ({ repository, title }) => ({
    sign: '+',
    where: repository,
    what: `open the issue: ${title}`,
  }),
  'edit-issue': ({ repository, number, why, url }) => ({
    sign: '~',
    where: `${repository}#${number ?? ''}`,
    what: why,
    ...given({ url }),
  }),
  'commit-files': ({ repository, branch, files }) => ({
    sign: '+',
    where: repository,
    what: `commit ${files.map(({ path }) => path).join(', ')} on the branch ${branch}`,
  }),
  'open-pull-request': ({ repository, title }) => ({
    sign: '+',
    where: repository,
    what: `open the pull request: ${title}`,
  }),
  'write-comment': ({ repository, number, why, url }) => ({
    sign: '~',
    where: `${repository}#${number ?? ''}`,
    what: why,
    ...given({ url }),
  }),
}

function tell(change: RawChange): AccountChange {
  const teller = Object.hasOwn(TELLERS, change.kind) ? TELLERS[change.kind] : undefined
  return teller?.(change) ?? { sign: '~', where: change.repository || change.path, what: change.kind }
}
