import { type Change, describeChange } from '../core/plan/change.ts'
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
      say(app, paint(terminal, style, `    ${keepIndent(line)}`))
    }
  }
}

function keepIndent(line: string): string {
  return (/^\s*/.exec(line)?.[0] ?? '') + terminalText(line)
}

/** The texts that a change writes: what they are called, what they were, what they become. */
function writtenTexts(change: Change): (readonly [name: string, from: string, to: string])[] {
  switch (change.kind) {
    case 'write-file':
      return [[change.path, change.before ?? '', change.after]]
    case 'create-label':
      return []
    case 'open-issue':
      return [
        ['labels', '', change.labels.join(', ')],
        ['body', '', change.body],
      ]
    case 'edit-issue':
      return [
        ...(change.comment === undefined ? [] : [['comment', '', change.comment] as const]),
        ...(change.title ? [['title', change.title.from, change.title.to] as const] : []),
        ...(change.body ? [['body', change.body.from, change.body.to] as const] : []),
        ...(change.addLabels ? [['labels', '', change.addLabels.join(', ')] as const] : []),
        ...(change.removeLabels ? [['labels', change.removeLabels.join(', '), ''] as const] : []),
        ...(change.state ? [['state', '', change.state.kind] as const] : []),
      ]
  }
}
