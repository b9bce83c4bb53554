import type { World } from '../github/world.ts'
import { smallGitHub } from './stage.ts'

/** An organization of many repositories, with open labelled issues and pull requests by turns spread over all but the meetings' own. */
export function makeManyWorld({
  repositories,
  items,
}: {
  readonly repositories: number
  readonly items: number
}): World {
  const world = smallGitHub()
  const own = world.findRepository('example/security-wg')
  for (const item of own.items) world.edit(item, { labels: [] })
  const parts = Array.from({ length: repositories - 1 }, (_, index) => `example/part-${index + 1}`)
  for (const part of parts) {
    world.repository(part)
    world.label(part, 'wg-agenda')
  }
  for (let index = 0; index < items; index += 1) {
    const where = parts[index % parts.length] ?? 'example/security-wg'
    const item = { title: `Question ${index + 1}`, labels: ['wg-agenda'] }
    if (index % 2 === 0) world.issue(where, item)
    else world.pullRequest(where, item)
  }
  return world
}
