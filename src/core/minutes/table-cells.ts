const TABLE_RULE = /^ {0,3}\|? *:?-{2,}:? *(?:\| *:?-{2,}:? *)*\|? *$/
const HTML_CELL = /<t[dh]\b[^>]*>/i

/** The line between the head of a table and its rows. */
export function isTableRule(line: string): boolean {
  return line.includes('|') && TABLE_RULE.test(line)
}

/** The cells of a row of a table, Markdown's or HTML's; undefined for a line that is none. */
export function tableCells(line: string, inTable: boolean): string[] | undefined {
  const text = line.trim()
  if (HTML_CELL.test(text)) {
    return text
      .split(HTML_CELL)
      .slice(1)
      .map((cell) => cell.replace(/<\/t[dhr]>.*$/i, '').trim())
  }
  if (!text.includes('|') || !(text.startsWith('|') || inTable)) return undefined
  const inner = text.replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
}
