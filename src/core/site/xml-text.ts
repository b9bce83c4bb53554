/** An element of XML: its name, its attributes, and what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content?: string | readonly XmlElement[]
}

/** What XML 1.0 cannot hold, not even escaped (§2.2). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A document of XML, two spaces a level. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${lines(root).join('\n')}\n`
}

function lines({ name, attributes = {}, content = '' }: XmlElement): readonly string[] {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    ' ',
  )
  if (content.length === 0) return [`<${head}/>`]
  if (typeof content === 'string') return [`<${head}>${escaped(content)}</${name}>`]
  return [`<${head}>`, ...content.flatMap(lines).map((line) => `  ${line}`), `</${name}>`]
}

function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
