const URL = /https?:\/\/[^\s<>()[\]"'`|\\]+/gi

/** The web addresses in a text, each as a whole and without the punctuation or the slash that ends it. */
export function urlsIn(text: string): readonly string[] {
  return [...text.matchAll(URL)].map(([url]) => url.replace(/(?<![/.,;:!?*_~])[/.,;:!?*_~]+$/, ''))
}
