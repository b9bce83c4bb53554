import { type RenderedMarkdown, renderMarkdown } from './render-markdown.ts'
import type { SiteMemory } from './site-memory.ts'
import type { LeadTo } from './tame-tree.ts'

/** Renders Markdown, or recalls what was rendered of the same text when each of its links still leads to where it led then. */
export function rememberedMarkdown(text: string, leadTo: LeadTo, memory: SiteMemory): RenderedMarkdown {
  const key = memory.keyOf('markdown', text)
  const kept = readKept(memory.recall(key))
  if (kept?.links.every(([target, href]) => (leadTo(target) ?? null) === href) === true) return kept
  const rendered = renderMarkdown(text, leadTo)
  memory.keep(key, JSON.stringify(rendered))
  return rendered
}

function readKept(json: string | undefined): RenderedMarkdown | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as RenderedMarkdown)
}
