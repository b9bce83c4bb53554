import * as z from 'zod'
import { groupShape } from './group.ts'
import { seriesShape } from './meetings/written-series.ts'
import { charterShape } from './charters/written-charter.ts'
import { rosterShape } from './people/roster.ts'
import { voteShape } from './people/vote.ts'

const SHAPES = {
  wg: groupShape,
  members: rosterShape,
  series: seriesShape,
  charter: charterShape,
  vote: voteShape,
} as const

export type SchemaName = keyof typeof SHAPES

export const SCHEMA_NAMES = Object.keys(SHAPES) as readonly SchemaName[]

/** The JSON Schema (draft 2020-12) of one of the files that people write, made from the shape by which `wg check` reads it. */
export function jsonSchema(name: SchemaName): string {
  return `${JSON.stringify(z.toJSONSchema(SHAPES[name], { io: 'input', unrepresentable: 'any' }), null, 2)}\n`
}
