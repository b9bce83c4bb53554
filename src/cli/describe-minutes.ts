import type { Action, AgendaItem, Attendee, MinutesRecord } from '../core/minutes/minutes-record.ts'
import { terminalText } from '../core/text/terminal-text.ts'
import { printDay } from '../core/time/print-time.ts'
import type { Terminal } from '../ports.ts'
import { paint } from './paint.ts'

/** What minutes say, for a person who reads along: each with its line where it helps to find it. */
export function describeMinutes(file: string, record: MinutesRecord, terminal: Terminal): string {
  const { title, date, attendees, agenda, actions, decisions, links } = record
  const present = attendees.filter((one) => one.present)
  const absent = attendees.filter((one) => !one.present)
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          '',
          paint(terminal, 'bold', `${name} (${lines.length})`),
          ...lines.map((line) => `  ${terminalText(line)}`),
        ]
  const facts = Object.entries({ file, date: date === null ? 'none found' : printDay(date), ...links })
  const width = Math.max(...facts.map(([name]) => name.length))
  return [
    paint(terminal, 'bold', terminalText(title ?? file)),
    ...facts.map(([name, value]) => `  ${terminalText(name).padEnd(width)}  ${terminalText(value)}`),
    ...part('Present', present.map(personLine)),
    ...part('Absent', absent.map(personLine)),
    ...part('Agenda', agenda.map(itemLine)),
    ...part('Actions', actions.map(actionLine)),
    ...part(
      'Decisions',
      decisions.map(({ text, line }) => `${text} (line ${line})`),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function personLine({ name, github, role, from }: Attendee): string {
  const login = github === null ? undefined : `@${github}${SOURCES[from ?? 'file']}`
  return [name, login, role].filter((part) => part !== null && part !== undefined).join('  ')
}

const SOURCES = { file: '', members: ' (from members.yml)', folder: ' (from other minutes)' } as const

function itemLine({ title, repo, number }: AgendaItem): string {
  return `${repo ?? ''}#${number}  ${title}`.trimEnd()
}

function actionLine({ text, owners, done, line }: Action): string {
  const who = owners.length === 0 ? '' : `${owners.join(', ')}: `
  return `[${done ? 'x' : ' '}] ${who}${text} (line ${line})`
}
