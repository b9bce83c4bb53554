import * as z from 'zod'
import { lead, readText } from '../fields.ts'
import { given } from '../given.ts'
import { mapping } from '../text/shape.ts'
import { parseLead } from '../time/span.ts'

const span = readText(
  parseLead,
  (text) => `\`${text}\` is no length of time.\nWrite \`2 days\` or \`36 hours\`.`,
)

const seriesKeys = {
  issues: z.boolean().optional().meta({ description: 'Open the issue of a meeting, and keep it right.' }),
  ahead: z.boolean().optional().meta({
    description:
      'Open the issue of the meeting after the next one a day before that begins, at most five weeks ahead.',
  }),
  skeleton: z
    .boolean()
    .optional()
    .meta({ description: 'Propose the minutes after a meeting, prepared, as a pull request.' }),
  reminder: z.boolean().optional().meta({ description: 'Say once in the issue that minutes are late.' }),
  close: z.boolean().optional().meta({ description: 'Close the issue when the minutes are there.' }),
  'cancel-empty': z
    .union([z.literal(false), lead])
    .optional()
    .meta({
      description:
        'When a meeting with nothing but standing items on its agenda is proposed to be cancelled, `3 days before`.',
    }),
  'cancel-grace': span.optional().meta({
    description: 'How long that proposal stands before `wg run` merges it, `2 days`; 1 day when left out.',
  }),
}

/** What the scheduled run does for one series; `chores` in its file. */
export const seriesChoresShape = mapping(seriesKeys).meta({
  description: 'What `wg run` does for this series; what is not said here, wg.yml says.',
})

/** What the scheduled run does for a group; `chores` in wg.yml. */
export const groupChoresShape = mapping({
  ...seriesKeys,
  terms: z
    .union([z.literal(false), lead])
    .optional()
    .meta({ description: 'When an issue asks what becomes of terms that end, `30 days before`.' }),
  charters: z
    .union([z.literal(false), lead])
    .optional()
    .meta({
      description: 'When an issue asks for the review of a charter, or tells of its end, `30 days before`.',
    }),
}).meta({ description: 'What `wg run` does; a series may say otherwise for itself.' })

/** What `wg run` does for a series. */
export interface SeriesChores {
  readonly issues: boolean
  readonly ahead: boolean
  readonly skeleton: boolean
  readonly reminder: boolean
  readonly close: boolean
  /** Minutes before a meeting; false when it is never proposed to cancel one. */
  readonly cancelEmpty: number | false
  /** Minutes between that proposal and its merge. */
  readonly cancelGrace: number
}

/** What `wg run` does for a group, beside its series; minutes before what is due. */
export interface GroupChores {
  readonly terms: number | false
  readonly charters: number | false
}

/** Minutes; nothing is cancelled by wg when a meeting is nearer, since people may be on their way, and the issue has to follow before it begins. */
export const CANCEL_NOTICE = 120

/** What a person said of the chores of a series; what is missing is not said. */
export type StatedChores = Partial<SeriesChores>

const A_DAY = 24 * 60
const A_MONTH = 30 * A_DAY

const UNLESS_SAID: SeriesChores = {
  issues: true,
  ahead: true,
  skeleton: true,
  reminder: true,
  close: true,
  cancelEmpty: false,
  cancelGrace: A_DAY,
}

/** What `chores` means in the file of a series. */
export function statedChores(written: z.output<typeof seriesChoresShape>): StatedChores {
  const { 'cancel-empty': cancelEmpty, 'cancel-grace': cancelGrace, ...switches } = written
  const { issues, ahead, skeleton, reminder, close } = switches
  return given({ issues, ahead, skeleton, reminder, close, cancelEmpty, cancelGrace })
}

/** What `chores` means in wg.yml, for the group itself. */
export function groupChores({ terms, charters }: z.output<typeof groupChoresShape>): GroupChores {
  return { terms: terms ?? A_MONTH, charters: charters ?? A_MONTH }
}

/** The chores of a series: as its own file says, or else wg.yml, or else all but the cancelling. */
export function choresOf(
  series: { readonly chores: StatedChores },
  group: { readonly chores: StatedChores },
): SeriesChores {
  return { ...UNLESS_SAID, ...group.chores, ...series.chores }
}
