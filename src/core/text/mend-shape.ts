import type * as z from 'zod'

/** What stands in for a required value that cannot be read, so that the rest of its file can still be checked. */
const STAND_INS: Readonly<Record<string, (at: string) => unknown>> = {
  title: () => 'unread',
  name: () => 'unread',
  login: (at) => `unread-${at}`,
  team: () => 'unread',
  starts: () => '2000-01-01 00:00',
  zone: () => 'UTC',
  date: () => '2000-01-01',
  state: () => 'proposed',
  repository: () => 'unread/unread',
  label: () => 'unread',
  question: () => 'unread',
}

/** A value without what its shape refuses, and the ways to what was taken out or stood in for. */
export interface Mended {
  readonly value: unknown
  /** Ways joined by `/`: `starts`, `changes/2026-02-30`. */
  readonly damaged: ReadonlySet<string>
}

/** Takes out of a plain value what its shape refuses; a list that holds a refused entry is taken out whole. */
export function mendShape(value: unknown, issues: readonly z.core.$ZodIssue[]): Mended {
  const copy: unknown = structuredClone(value)
  const damaged = new Set<string>()
  for (const issue of issues) {
    const path = issue.path.map(String)
    for (const way of issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]) {
      damaged.add(way.join('/'))
      takeOut(copy, way)
    }
  }
  return { value: copy, damaged }
}

function takeOut(root: unknown, way: readonly string[]): void {
  const key = way.at(-1)
  const parent = way
    .slice(0, -1)
    .reduce<unknown>((node, step) => (isMapping(node) ? node[step] : undefined), root)
  if (key === undefined || !isMapping(parent)) return
  if (Array.isArray(parent)) {
    takeOut(root, way.slice(0, -1))
    return
  }
  const standIn = STAND_INS[key]
  if (standIn) parent[key] = standIn(way.join('-').replace(/[^a-z\d]+/gi, '-'))
  else Reflect.deleteProperty(parent, key)
}

function isMapping(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null
}
