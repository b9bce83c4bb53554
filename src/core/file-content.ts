/** What a path of the workspace holds, on disk or on a branch. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** It is there and cannot be used: `why` is the end of the sentence "The file …". */
  | { readonly kind: 'unusable'; readonly why: string }
