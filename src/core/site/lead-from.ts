import { resolveLink } from './resolve-link.ts'
import type { Site } from './site.ts'
import { linkFrom } from './site-paths.ts'
import type { LeadTo } from './tame-tree.ts'

/** Where the links of a file of the workspace lead on the page that shows it. */
export function leadFrom(file: string, page: string, { pages, repository }: Site): LeadTo {
  const link = linkFrom(page)
  const pageOf = (path: string) => {
    const other = pages.get(path)
    return other === undefined ? undefined : link(other)
  }
  return (target) => resolveLink(target, { file, repository, pageOf })
}
