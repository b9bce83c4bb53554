import type { Line } from '../text/line.ts'
import { markdownLink } from '../text/inline-markdown.ts'

/** The places that a text about a meeting links to. */
export interface Links {
  /** The issue of the meeting before this one. */
  readonly previous?: { readonly title: string; readonly url: string }
}

/** What `wg:links` shows: where to read on. */
export function linkLines({ previous }: Links): readonly Line[] {
  if (!previous) return []
  return [
    { text: `- Previous meeting: ${markdownLink(previous.title, previous.url)}`, identity: previous.url },
  ]
}
