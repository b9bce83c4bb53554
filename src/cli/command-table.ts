import type { CommandModule } from './command.ts'

/** A row of the table of commands. */
export interface CommandEntry {
  /** `init` or `meeting new`. */
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<CommandModule>
}

/** Every command of wg, in the order in which help lists them. */
export const commandTable: readonly CommandEntry[] = [
  { name: 'init', summary: 'make a workspace', load: () => import('./commands/init.ts') },
  {
    name: 'check',
    summary: 'read the whole workspace and report every problem',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'run',
    summary: 'do what is due: issues, minutes, reminders, calendars',
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'matrix',
    summary: 'print the groups of this workspace for GitHub Actions',
    load: () => import('./commands/matrix.ts'),
  },
  {
    name: 'doctor',
    summary: 'examine the token, the schedule, the workflow and the machine',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'meeting list',
    summary: 'list the meetings of a span',
    load: () => import('./commands/meeting-list.ts'),
  },
  { name: 'meeting show', summary: 'show one meeting', load: () => import('./commands/meeting-show.ts') },
  {
    name: 'meeting new',
    summary: 'prepare the next meeting',
    load: () => import('./commands/meeting-new.ts'),
  },
  { name: 'meeting cancel', summary: 'cancel a meeting', load: () => import('./commands/meeting-cancel.ts') },
  { name: 'meeting move', summary: 'move a meeting', load: () => import('./commands/meeting-move.ts') },
  {
    name: 'meeting times',
    summary: 'the hours that suit most people, and who is up at night',
    load: () => import('./commands/meeting-times.ts'),
  },
  { name: 'agenda', summary: "print the next meeting's agenda", load: () => import('./commands/agenda.ts') },
  {
    name: 'minutes show',
    summary: 'print what minutes say: who was there, agenda, actions, decisions',
    load: () => import('./commands/minutes-show.ts'),
  },
  {
    name: 'minutes check',
    summary: 'report what is missing, mistyped or left over in minutes',
    load: () => import('./commands/minutes-check.ts'),
  },
  {
    name: 'minutes missing',
    summary: 'list the meetings that were held and have no minutes',
    load: () => import('./commands/minutes-missing.ts'),
  },
  {
    name: 'actions',
    summary: 'list what people have promised, from all minutes',
    load: () => import('./commands/actions.ts'),
  },
  {
    name: 'decisions',
    summary: 'list what was decided, from all minutes',
    load: () => import('./commands/decisions.ts'),
  },
  {
    name: 'attendance',
    summary: 'show who was there, by person and by meeting',
    load: () => import('./commands/attendance.ts'),
  },
  {
    name: 'minutes new',
    summary: 'prepare the file in which minutes are taken',
    load: () => import('./commands/minutes-new.ts'),
  },
  {
    name: 'minutes publish',
    summary: 'tidy notes, and put them where the minutes lie',
    load: () => import('./commands/minutes-publish.ts'),
  },
  {
    name: 'calendar',
    summary: 'write the feeds that people subscribe to',
    load: () => import('./commands/calendar.ts'),
  },
  {
    name: 'calendar serve',
    summary: 'serve the feeds on this machine, to try a subscription',
    load: () => import('./commands/calendar-serve.ts'),
  },
  { name: 'site', summary: 'write the pages of the group', load: () => import('./commands/site.ts') },
  {
    name: 'site serve',
    summary: 'show the pages on this machine, made again when a file changes',
    load: () => import('./commands/site-serve.ts'),
  },
  {
    name: 'member list',
    summary: 'list who serves, today or on another day',
    load: () => import('./commands/member-list.ts'),
  },
  {
    name: 'member show',
    summary: 'show one person with every term',
    load: () => import('./commands/member-show.ts'),
  },
  {
    name: 'member add',
    summary: 'add a person to the roster',
    load: () => import('./commands/member-add.ts'),
  },
  {
    name: 'member join',
    summary: 'let a person serve on a team',
    load: () => import('./commands/member-join.ts'),
  },
  {
    name: 'member retire',
    summary: 'give terms their last day',
    load: () => import('./commands/member-retire.ts'),
  },
  {
    name: 'member rename',
    summary: 'change the login of a person',
    load: () => import('./commands/member-rename.ts'),
  },
  {
    name: 'member import',
    summary: 'read rosters of pages into members.yml',
    load: () => import('./commands/member-import.ts'),
  },
  {
    name: 'charter new',
    summary: 'write the charter of a team from the template',
    load: () => import('./commands/charter-new.ts'),
  },
  {
    name: 'charter show',
    summary: 'show a charter, today or on another day',
    load: () => import('./commands/charter-show.ts'),
  },
  {
    name: 'charter list',
    summary: 'list the teams and their states, today or on another day',
    load: () => import('./commands/charter-list.ts'),
  },
  {
    name: 'charter check',
    summary: 'check the charters, and list what is undecided',
    load: () => import('./commands/charter-check.ts'),
  },
  {
    name: 'charter history',
    summary: 'list what became of a team',
    load: () => import('./commands/charter-history.ts'),
  },
  {
    name: 'charter ratify',
    summary: 'say who ratified a charter, and where',
    load: () => import('./commands/charter-ratify.ts'),
  },
  {
    name: 'charter amend',
    summary: 'change a charter, and say who approved it',
    load: () => import('./commands/charter-amend.ts'),
  },
  {
    name: 'charter move',
    summary: 'bring a team into another state',
    load: () => import('./commands/charter-move.ts'),
  },
  {
    name: 'charter conclude',
    summary: 'end a team',
    load: () => import('./commands/charter-conclude.ts'),
  },
  {
    name: 'charter chart',
    summary: 'draw which team is part of which, and who reports to whom',
    load: () => import('./commands/charter-chart.ts'),
  },
  {
    name: 'member review',
    summary: 'ask those who were not seen for long whether they stay',
    load: () => import('./commands/member-review.ts'),
  },
  {
    name: 'render',
    summary: 'bring rosters and lists on pages up to date',
    load: () => import('./commands/render.ts'),
  },
  {
    name: 'export',
    summary: 'write people, teams, terms, meetings and actions as static JSON',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'plan comment',
    summary: 'comment on a pull request with the plan of its run, in GitHub Actions',
    load: () => import('./commands/plan-comment.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of the files, for editors',
    load: () => import('./commands/schema.ts'),
  },
  {
    name: 'completion',
    summary: 'print the completion script of a shell',
    load: () => import('./commands/completion.ts'),
  },
]
