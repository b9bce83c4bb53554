import { charterFile } from '../charters/charter.ts'
import { leadFrom } from './lead-from.ts'
import { rememberedMarkdown } from './remembered-markdown.ts'
import type { RenderedMarkdown } from './render-markdown.ts'
import type { MinutesEntry, Site } from './site.ts'
import { teamPage } from './site-paths.ts'

/** The text of minutes, as it stands under the heading of their page. */
export function renderMinutes({ record, text, path }: MinutesEntry, site: Site): RenderedMarkdown {
  return rememberedMarkdown(text, { leadTo: leadFrom(record.file, path, site), under: 1 }, site.memory)
}

/** The prose of a charter, as it stands under its own heading on the page of the team; undefined where it could not be read. */
export function renderCharter(team: string, site: Site): RenderedMarkdown | undefined {
  const prose = site.workspace.charterProse.get(team)
  if (prose === undefined) return undefined
  const leadTo = leadFrom(charterFile(team), teamPage(team), site)
  return rememberedMarkdown(prose.text, { leadTo, under: 2 }, site.memory)
}
