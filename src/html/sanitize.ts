// The only elements, attributes and addresses that author input can become.
import { defaultSchema, type Options } from 'rehype-sanitize'

const classNames: [string, RegExp] = ['className', /^[a-z][a-z-]*$/]

/** Schema for rehype-sanitize: it runs last of what handles author input, before the trusted furnishing. */
export const schema: Options = {
  ...defaultSchema,
  tagNames: [
    ...[
      'a',
      'b',
      'blockquote',
      'br',
      'code',
      'del',
      'dfn',
      'div',
      'em',
      'figcaption',
      'figure',
      'h2',
      'h3',
      'hr',
      'img',
    ],
    ...[
      'li',
      'ol',
      'p',
      'pre',
      'section',
      'span',
      'strong',
      'sub',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ],
  ],
  attributes: {
    '*': [classNames, 'lang', 'dir'],
    a: ['href', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', classNames],
    li: ['id', classNames],
    ol: ['start', classNames],
    h2: ['id', classNames],
    img: ['src', 'alt', 'title'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    span: ['dataIcon', classNames],
    figure: ['dataCount', 'dataOf', 'dataLabel', 'dataTo', 'dataWords', classNames],
    section: ['dataFootnotes', classNames],
  },
  // An empty list would allow every scheme; pictures have none, they are the names of files.
  protocols: { href: ['https', 'http', 'mailto', 'tel'], src: ['none'] },
  // Footnote ids already carry remark-rehype's own prefix; no other id can come from an author.
  clobberPrefix: '',
  ancestors: {},
  required: {},
  strip: ['script', 'style'],
}
