const UNSEEN = /<!--[^]*?(?:-->|$)|<(script|style|template|svg|math|iframe)\b[^]*?(?:<\/\1\s*>|$)/gi
const TAGS = /<\/?[a-z!?][^>]*(?:>|$)/gi

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** What a reader would see of some HTML, as one line of text: no tags, no comments, nothing of scripts, styles, frames and pictures. */
export function htmlAsText(html: string): string {
  return html
    .replace(UNSEEN, ' ')
    .replace(TAGS, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
