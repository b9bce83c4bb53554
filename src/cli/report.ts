import { type Change, describeChange, type EditIssue, type EndState } from '../core/plan/change.ts'
import { lineDiff } from '../core/text/line-diff.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import type { App } from './app.ts'
import { paint } from './paint.ts'

/** Says something to whoever reads along; not to a program that reads JSON, and not when told to be quiet. */
export function say({ world, options }: App, text: string): void {
  if (!options.quiet && !options.json) world.terminal.print(`${text}\n`)
}

/** Says one change of a plan; `exactly` shows what it would write, line by line. */
export function sayChange(change: Change, app: App, exactly: boolean): void {
  const { terminal } = app.world
  say(app, paint(terminal, 'green', terminalText(describeChange(change))))
  if (!exactly) return
  for (const [name, from, to] of writtenTexts(change)) {
    say(app, paint(terminal, 'dim', `    ${name}:`))
    for (const line of lineDiff(from, to)) {
      const style = line.startsWith('+') ? 'green' : line.startsWith('-') ? 'red' : 'dim'
      say(app, paint(terminal, style, `    ${line.slice(0, 2)}${keepIndent(line.slice(2))}`.trimEnd()))
    }
  }
}

function keepIndent(line: string): string {
  return (/^\s*/.exec(line)?.[0] ?? '') + terminalText(line)
}

type Written = readonly [name: string, from: string, to: string]

/** The texts that a change writes: what they are called, what they were, what they become. */
function writtenTexts(change: Change): readonly Written[] {
  switch (change.kind) {
    case 'write-file':
      return [[change.path, change.before ?? '', change.after]]
    case 'create-label':
      return []
    case 'open-issue':
      return [
        ['labels', '', change.labels.join('\n')],
        ['body', '', change.body],
        ...(change.pin ? [['pin', '', 'pinned'] as const] : []),
      ]
    case 'edit-issue':
      return editedTexts(change)
    case 'write-comment':
      return [['comment', change.comment?.body ?? '', change.body]]
    case 'commit-files':
      return change.files.map(({ path, before = '', after }) => [path, before, after] as const)
    case 'open-pull-request':
      return [
        ['body', '', change.body],
        ...(change.tell
          ? [[`comment on ${change.tell.repository}#${change.tell.number}`, '', change.tell.comment] as const]
          : []),
      ]
    case 'merge-pull-request':
      return []
  }
}

function editedTexts({
  comment,
  title,
  body,
  addLabels,
  removeLabels,
  state,
  pin,
}: EditIssue): readonly Written[] {
  return [
    ['comment', '', comment ?? ''] as const,
    ['title', title?.from ?? '', title?.to ?? ''] as const,
    ['body', body?.from ?? '', body?.to ?? ''] as const,
    ['labels', removeLabels?.join('\n') ?? '', addLabels?.join('\n') ?? ''] as const,
    ...(state ? [stateText(state)] : []),
    ['pin', '', pin ? 'pinned' : ''] as const,
  ].filter(([, from, to]) => from !== to)
}

function stateText(state: EndState): Written {
  if (state.kind === 'open') return ['state', 'closed', 'open']
  const reason = state.kind === 'duplicate' ? 'as a duplicate' : describeReason(state.reason)
  return ['state', 'open', `closed ${reason}`]
}

function describeReason(reason: Extract<EndState, { kind: 'closed' }>['reason']): string {
  return reason === 'NOT_PLANNED' ? 'as not planned' : 'as completed'
}
