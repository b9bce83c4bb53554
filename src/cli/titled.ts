/** A name in words from one in kebab-case: `docs-wg` gives `Docs Wg`. */
export function titled(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Working Group'
}
