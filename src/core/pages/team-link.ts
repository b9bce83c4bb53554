import { type Charter, charterFile } from '../charters/charter.ts'
import { relativePath } from '../render/agenda-lines.ts'
import { markdownFileLink } from '../text/inline-markdown.ts'

/** A link to a team's charter from a page of the workspace. */
export function teamLink({ team, name }: Charter, file: string): string {
  return markdownFileLink(name, relativePath(file.split('/').slice(0, -1).join('/'), charterFile(team)))
}
