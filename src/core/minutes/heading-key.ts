/** Small letters, without numbering, emoji, brackets and the colon at the end. */
export function headingKey(plain: string): string {
  return plain
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:\d{1,2}[.)]\s+|[^\p{L}\p{N}#[(]+)/u, '')
    .replace(/\s*[([][^)\]]{0,80}[)\]]\s*:?\s*$/, '')
    .replace(/[\s:.!–—-]+$/, '')
    .trim()
}
