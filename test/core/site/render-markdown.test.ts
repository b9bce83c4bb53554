import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/core/site/render-markdown.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { HOSTILE_MINUTES } from '../../site/invented-group.ts'
import { runs } from '../../thoroughness.ts'

const leadTo = (target: string) => (/^https?:/.test(target) ? target : undefined)
const render = (text: string, under = 1) => renderMarkdown(text, { leadTo, under })

/** What a page may hold of foreign text. */
const TAGS =
  /^(?:a|b|blockquote|br|code|del|div|em|h[2-6]|hr|li|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)$/
const ATTRIBUTES =
  /^(?:href|rel|id|class|role|tabindex|aria-label|aria-describedby|scope|start|data-footnotes|data-footnote-ref|data-footnote-backref)$/

/** What is wrong with some HTML: elements and attributes that may not be there, and links that do more than lead. */
function faults(html: string): readonly string[] {
  return [...html.matchAll(/<\/?([a-zA-Z][^\s>/]*)([^>]*)>/g)].flatMap(([, tag = '', rest = '']) => [
    ...(TAGS.test(tag) ? [] : [`<${tag}>`]),
    ...[...rest.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)].flatMap(([, name = '', value = '']) => [
      ...(ATTRIBUTES.test(name) ? [] : [`${tag} ${name}`]),
      ...(name === 'href' && !/^(?:https?:|mailto:|#text-)/.test(value) ? [`href ${value}`] : []),
      ...(name === 'id' && !/^(?:text-|footnote-label$)/.test(value) ? [`id ${value}`] : []),
    ]),
  ])
}

describe('foreign text', () => {
  test('the judge of these tests finds what is wrong', () => {
    expect(faults('<p onclick="x"><img src="x"><a href="javascript:x" id="main">a</a></p>')).toEqual([
      'p onclick',
      '<img>',
      'img src',
      'href javascript:x',
      'id main',
    ])
  })

  test.each([...HOSTILE_TITLES, ['hostile minutes', HOSTILE_MINUTES] as const])(
    '%s stays text',
    (_, text) => {
      for (const form of [text, `# ${text}`, `- ${text}`, `| a |\n| - |\n| ${text} |`, `[${text}](${text})`])
        expect(faults(render(form).html)).toEqual([])
    },
  )

  test('whatever is written', () => {
    const piece = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '/',
        '=',
        '[',
        ']',
        '(',
        ')',
        '!',
        '`',
        '#',
        '\n',
        ' ',
        '&',
        ';',
        'javascript:',
      ],
      ...[
        '<script>',
        '<svg onload=x>',
        '<a href=',
        '<!--',
        '-->',
        'a',
        'https://x.example',
        '<iframe src=x>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(faults(render(pieces.join('')).html)).toEqual([])
      }),
      { numRuns: runs(400) },
    )
  })

  test('nested deeper than a page can be, it is still there', () => {
    // The parser can still read this, and what comes after it no longer can.
    expect(render(`${'> '.repeat(2000)}deep`).words).toContain('deep')
  })
})

test('HTML is shown as its words, and what nobody was to see is not shown', () => {
  const { html, words } = render(
    'a <b onclick="x">bold</b> word<br>next <!-- secret -->\n\n<details><summary>more</summary>\n\nhidden\n\n</details>\n\n<script>secret()</script>\n\n<style>.secret{}</style>\n\n<!-- secret\nlines -->\n',
  )
  expect(words).toBe('a bold word next more hidden')
  expect(html).not.toContain('secret')
})

test('pictures are links, so that nothing is loaded', () => {
  expect(render('![A hull](https://example.org/hull.png)').html).toBe(
    '<p><a href="https://example.org/hull.png" rel="nofollow">A hull</a></p>',
  )
  expect(render('[![A hull](https://example.org/hull.png)](https://example.org)').html).toBe(
    '<p><a href="https://example.org" rel="nofollow">A hull</a></p>',
  )
  expect(render('![](hull.png)').html).toBe('<p>picture</p>')
})

test('the first heading is the title, and the others stand below it without a gap', () => {
  const { title, html } = render('# One *title*\n\n#### Deep\n\n## Next\n\n# Last\n')
  expect(title).toBe('One title')
  expect([...html.matchAll(/<(h\d) id="([^"]*)"/g)].map(([, tag, id]) => [tag, id])).toEqual([
    ['h2', 'text-deep'],
    ['h2', 'text-next'],
    ['h2', 'text-last'],
  ])
  expect(render('# A\n\n# B\n\n### C', 2).html).toContain('<h4 id="text-c">')
})

test('links to headings of the same text lead to them, and others to no anchor are text', () => {
  const { html } = render('## In scope\n\n[one](#in-scope) [two](#out-of-scope)')
  expect(html).toContain('<a href="#text-in-scope">one</a> two')
})

test('boxes, tables and footnotes', () => {
  const { html } = render('- [x] done\n- [ ] open\n\n| a | |\n|--:|---|\n| 1 | 2 |\n\nA[^1]\n\n[^1]: Note')
  expect(html).toContain('<span class="box" role="img" aria-label="done">☑</span> done')
  expect(html).toContain('<th class="to-right" scope="col">a</th>')
  expect(html).toContain('<div class="wide" role="region" tabindex="0" aria-label="Table"><table>')
  expect(html).toContain('href="#text-fn-1"')
  expect(html).toContain('id="text-fn-1"')
})
