import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'

/** What the preview shows while the workspace has a fault: the problems as `wg check` prints them. It goes away once they are put right. */
export function faultPage(problems: string): string {
  return `${toHtml({
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        { lang: 'en' },
        h(
          'head',
          h('meta', { charSet: 'utf-8' }),
          h('title', 'The workspace has a fault'),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('link', { rel: 'stylesheet', href: '/assets/site.css' }),
          h('script', { src: '/assets/preview.js', defer: true }),
        ),
        h(
          'body',
          h('main', { className: 'prose' }, h('h1', 'The workspace has a fault'), h('pre', problems)),
        ),
      ),
    ],
  })}\n`
}
