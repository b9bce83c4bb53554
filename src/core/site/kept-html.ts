import type { ElementContent } from 'hast'

/** HTML that `renderMarkdown` has made and sanitised, as a part of a page. */
export function keptHtml(html: string): ElementContent {
  // The node `raw` of hast-util-to-html stands in no type of hast.
  return { type: 'raw', value: html } as unknown as ElementContent
}
