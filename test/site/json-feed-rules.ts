import { z } from 'zod'

const text = z.string().min(1)
const author = z.strictObject({ name: text })

/**
 * What https://www.jsonfeed.org/version/1.1/ asks for, narrowed to the keys that a feed of meetings has a use for: a key that is misspelt is
 * refused, what is required of feeds on the public web is required.
 */
export const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: text,
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('en'),
  authors: z.array(author).min(1),
  items: z.array(
    z.strictObject({
      id: text,
      url: z.url(),
      title: text,
      content_text: text,
      date_published: z.iso.datetime(),
    }),
  ),
})
