import type { Line } from '../text/line.ts'
import { markdownLink } from '../text/inline-markdown.ts'

/** The places that a text about a meeting links to. */
export interface Links {
  /** The issue of the meeting before this one. */
  readonly previous?: { readonly title: string; readonly url: string }
  /** The address of the meeting's own issue. */
  readonly issue?: string
  /** The feed of the series. */
  readonly feed?: string
}

/** What `wg:links` shows: where to read on. */
export function linkLines({ previous, issue, feed }: Links): readonly Line[] {
  return [
    ...(issue === undefined ? [] : [{ text: `- GitHub issue: <${issue}>`, identity: issue }]),
    ...(previous
      ? [
          {
            text: `- Previous meeting: ${markdownLink(previous.title, previous.url)}`,
            identity: previous.url,
          },
        ]
      : []),
    ...(feed === undefined ? [] : [{ text: `- Calendar to subscribe to: <${feed}>`, identity: feed }]),
  ]
}
