/**
 * The anchors of headings as GitHub makes them from their text, so that links which people wrote for GitHub lead on: small letters,
 * spaces as dashes, no punctuation, and a number behind those that come again.
 */
export function headingSlugs(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const slug = text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}
