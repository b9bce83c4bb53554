import { type RenderedMarkdown, renderMarkdown } from './render-markdown.ts'
import type { SiteMemory } from './site-memory.ts'
import type { TextPlace } from './tame-tree.ts'

/** Renders Markdown, or recalls what was rendered of the same text when each of its links still leads to where it led then. */
export function rememberedMarkdown(text: string, place: TextPlace, memory: SiteMemory): RenderedMarkdown {
  const key = memory.keyOf(`markdown under ${place.under}`, text)
  const kept = readKept(memory.recall(key))
  if (kept?.links.every(([target, href]) => (place.leadTo(target) ?? null) === href) === true) return kept
  const rendered = renderMarkdown(text, place)
  memory.keep(key, JSON.stringify(rendered))
  return rendered
}

function readKept(json: string | undefined): RenderedMarkdown | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as RenderedMarkdown)
}
