import * as z from 'zod'
import { day, kebabName, line, repositoryName, webAddress, zone } from './fields.ts'
import { given } from './given.ts'
import { mapping } from './text/shape.ts'
import type { ZoneId } from './time/zone.ts'

const writtenBody = mapping({
  name: line,
  state: z.enum(['active', 'merged', 'dissolved']).default('active'),
  into: kebabName.optional().meta({ description: 'The body that took over, when this one was merged.' }),
  since: day.optional().meta({ description: 'Since when it has been in that state.' }),
})

/** What a person writes in `wg.yml`. */
export const groupShape = mapping({
  name: line.meta({ description: 'The name of the group.', examples: ['Security Working Group'] }),
  host: line.optional().meta({ description: 'The project the group belongs to; `{host}` in titles.' }),
  site: webAddress.optional().meta({ description: 'Where the pages and feeds of the group are published.' }),
  repository: repositoryName
    .optional()
    .meta({ description: 'The repository of this workspace, `owner/name`.' }),
  zones: z
    .array(zone)
    .default([])
    .meta({ description: 'Time zones to show in every time table, IANA names.' }),
  bodies: z
    .record(kebabName, z.union([line, writtenBody]))
    .default({})
    .meta({ description: 'Bodies outside this workspace to which teams report.' }),
}).meta({ title: 'wg.yml', description: 'The group: its name, zones to show, outside bodies.' })

/** A body outside the workspace, to which teams may report. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly state: 'active' | 'merged' | 'dissolved'
  /** The body that took over. */
  readonly into?: string
}

/** The group whose workspace this is. */
export interface Group {
  readonly name: string
  readonly host: string
  readonly site?: string
  readonly repository?: string
  readonly zones: readonly ZoneId[]
  readonly bodies: ReadonlyMap<string, Body>
}

/** What `wg.yml` means. */
export function makeGroup(written: z.output<typeof groupShape>): Group {
  const { name, host = '', site, repository, zones } = written
  const bodies = Object.entries(written.bodies).map(([id, body]): [string, Body] => [
    id,
    typeof body === 'string' ? { id, name: body, state: 'active' } : given({ ...body, id }),
  ])
  return { name, host, zones, bodies: new Map(bodies), ...given({ site, repository }) }
}
