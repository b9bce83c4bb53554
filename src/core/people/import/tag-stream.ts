/**
 * A page as one stream of tags. Markdown and HTML give the same stream (a Markdown list item is an `li`, a link is an `a`),
 * so that a roster is read in one way however the two are mixed. Offsets count characters of the text.
 */
export type Tag =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly offset: number
      readonly html: boolean
      readonly given: Attributes
    }
  | { readonly kind: 'close'; readonly name: string; readonly offset: number; readonly html: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'comment'; readonly text: string; readonly offset: number }

/** The attributes that a roster needs. */
export interface Attributes {
  readonly href?: string
  readonly src?: string
  readonly alt?: string
}
