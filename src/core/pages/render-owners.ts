import { lastsOn } from '../people/roster.ts'
import type { Problem } from '../problem.ts'
import { faultAsProblem } from '../text/fault.ts'
import { rememberLines } from '../text/memory.ts'
import { didYouMean } from '../text/nearest.ts'
import { todayAt } from '../time/today.ts'
import { findOwnersBlocks, type OwnersBlock } from './owners-blocks.ts'
import type { AttributeFault, PageMatter } from './page-matter.ts'
import type { RenderedPage } from './render-page.ts'
import { noTeam } from './roster-marks.ts'

/** The files of owners that wg knows: GitHub's CODEOWNERS where GitHub looks for it, and the aliases of Prow. */
export const OWNERS_FILES = ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS', 'OWNERS_ALIASES'] as const

const ATTRIBUTES = ['team', 'role', 'paths', 'alias']

/**
 * Fills the blocks of a file of owners: in CODEOWNERS a line for each path with the logins behind it, in OWNERS_ALIASES an alias.
 * A block that somebody has edited is left as it is and is a warning, unless the file is to be written `anew`.
 */
export function renderOwners(text: string, matter: PageMatter, { anew = false } = {}): RenderedPage {
  if (!text.includes('wg:owners')) return { problems: [] }
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const { blocks, faults } = findOwnersBlocks(lines)
  const problems: Problem[] = faults.map((fault) => faultAsProblem(fault, matter.file))
  const parts: string[] = []
  let done = 0
  for (const block of blocks) {
    const wanted = ownerLines(block, matter)
    if ('message' in wanted) {
      problems.push(problemAt(block, { ...wanted, rule: 'mark-attribute', severity: 'error' }, matter))
      continue
    }
    const present = lines.slice(block.opening + 1, block.closing)
    if (!anew && isForeign(present, wanted, block)) {
      problems.push(problemAt(block, FOREIGN, matter))
      continue
    }
    parts.push(...lines.slice(done, block.opening), openingLine(block, wanted), ...wanted)
    done = block.closing
  }
  if (problems.some(({ severity }) => severity === 'error')) return { problems }
  return { text: [...parts, ...lines.slice(done)].join(eol), problems }
}

/** Whether somebody has written between the marks since wg did. */
function isForeign(
  present: readonly string[],
  wanted: readonly string[],
  { memory = [] }: OwnersBlock,
): boolean {
  const tokens = tokensOf(present).join(' ')
  return tokens !== memory.join(' ') && tokens !== tokensOf(wanted).join(' ')
}

function tokensOf(lines: readonly string[]): readonly string[] {
  return rememberLines(lines.map((text) => ({ text: text.trim() })))
}

const FOREIGN = {
  rule: 'page-says-otherwise',
  severity: 'warning',
  message: 'Somebody has changed the lines of this block, so they do not say what members.yml says.',
  hint: 'Put what is new into members.yml, then run `wg render --anew`, which writes these lines afresh.',
} as const

function problemAt(
  { opening, indent }: OwnersBlock,
  problem: Omit<Problem, 'place'>,
  { file }: PageMatter,
): Problem {
  return { ...problem, place: { file, line: opening + 1, column: indent.length + 1 } }
}

function openingLine({ indent, attributes }: OwnersBlock, wanted: readonly string[]): string {
  const words = Object.entries(attributes).map(
    ([key, value]) => ` ${key}=${/^[^\s"]+$/.test(value) ? value : `"${value}"`}`,
  )
  return `${indent}# wg:owners${words.join('')} ~ ${tokensOf(wanted).join(' ')}`.trimEnd()
}

function ownerLines(
  { attributes, indent }: OwnersBlock,
  { workspace, now, file }: PageMatter,
): readonly string[] | AttributeFault {
  const strange = Object.keys(attributes).find((name) => !ATTRIBUTES.includes(name))
  if (strange !== undefined) {
    return {
      message: `The mark \`wg:owners\` has no attribute \`${strange}\`.`,
      hint: didYouMean(strange, ATTRIBUTES) ?? `It may have: ${ATTRIBUTES.join(', ')}.`,
    }
  }
  const { team, role, paths = '', alias = team } = attributes
  if (team === undefined || alias === undefined) {
    return { message: 'The mark `wg:owners` names no team.', hint: 'Write `# wg:owners team=core`.' }
  }
  if (!workspace.teamNames.has(team)) return noTeam(team, workspace)
  const today = todayAt(now)
  const logins = workspace.members
    .filter(({ terms }) =>
      terms.some((term) => term.team === team && (role ?? term.role) === term.role && lastsOn(term, today)),
    )
    .map(({ login }) => login)
  if (file.endsWith('OWNERS_ALIASES')) return aliasLines(alias, logins).map((line) => indent + line)
  const patterns = paths.split(/\s+/).filter(Boolean)
  if (patterns.length === 0) {
    return {
      message: 'The mark `wg:owners` names no paths.',
      hint: 'Write `# wg:owners team=core paths="/docs/ /src/core/"`.',
    }
  }
  // A path without owners would take its owners away, so nothing is said of it.
  if (logins.length === 0) return [`${indent}# Nobody serves on ${team}.`]
  return patterns.map((pattern) => `${indent}${pattern} ${logins.map((login) => `@${login}`).join(' ')}`)
}

function aliasLines(alias: string, logins: readonly string[]): readonly string[] {
  return logins.length === 0 ? [`${alias}: []`] : [`${alias}:`, ...logins.map((login) => `  - ${login}`)]
}
