/** What one line of a roster says of a person, before it is tidied. */
export interface PersonParts {
  readonly name?: string
  readonly login?: string
  readonly role?: string
}

/** One way in which people write a line of a roster. */
export interface PersonForm {
  readonly form: string
  readonly example: string
  readonly pattern: RegExp
}

/** Underscores cannot stand in a login, but people write them; what is written is kept. */
const LOGIN = '@(?<login>[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))(?![\\w/])'
const NAME = '(?<name>[^@()\\[\\]|<>:,;]{2,60}?)'
const REST = '(?<role>.*)'

/** The forms in the order in which they are tried. Names in the patterns are the parts. */
export const PERSON_FORMS: readonly PersonForm[] = [
  {
    form: 'Name (@login …)',
    example: 'Ada Example (@ada-example, TSC)',
    pattern: new RegExp(`^${NAME} *[([] *${LOGIN}${REST}$`, 'u'),
  },
  {
    form: '@login (Name …)',
    example: '@ada-example (Ada Example)',
    pattern: new RegExp(`^[([]?${LOGIN}[)\\]]? *[([](?<name>[^()\\[\\],/]{2,60})${REST}$`, 'u'),
  },
  {
    form: '@login - Name',
    example: '@ada-example - Ada Example',
    pattern: new RegExp(
      `^[([]?${LOGIN}[)\\]]?(?: +[-–—] *| *[:,–—] *)(?<name>[^()\\[\\],@]{2,60}?) *(?:[([]${REST})?$`,
      'u',
    ),
  },
  {
    form: '@login Name',
    example: '@ada-example Ada Example',
    pattern: new RegExp(`^${LOGIN} +(?<name>[\\p{Lu}][^()\\[\\],@]{1,60}?) *(?:[([]${REST})?$`, 'u'),
  },
  { form: '@login', example: '@ada-example', pattern: new RegExp(`^[([]?${LOGIN}[)\\]]?${REST}$`, 'u') },
  {
    form: 'Name: @login',
    example: 'Ada Example: (@ada-example)',
    pattern: new RegExp(`^${NAME} *: *[([]? *${LOGIN}${REST}$`, 'u'),
  },
  {
    form: 'Name, @login',
    example: 'Ada Example, @ada-example',
    pattern: new RegExp(`^${NAME} *, *[([]? *${LOGIN}${REST}$`, 'u'),
  },
  {
    form: 'Name - @login',
    example: 'Ada Example - @ada-example',
    pattern: new RegExp(`^${NAME} *[-–—/|] *[([]? *${LOGIN}${REST}$`, 'u'),
  },
  {
    form: 'Name (Org) @login',
    example: 'Ada Example (Acme) @ada-example',
    pattern: new RegExp(`^${NAME} *\\((?<role>[^()@]{1,80})\\)[ ,:-]*[([]? *${LOGIN}.*$`, 'u'),
  },
  {
    form: 'Name, Org, @login',
    example: 'Ada Example, Acme, @ada-example',
    pattern: new RegExp(`^${NAME} *[,:–—-] (?<role>[^@]{1,80}?)[ ,:(–—-]+${LOGIN}.*$`, 'u'),
  },
  {
    form: 'Name @login (role)',
    example: 'Ada Example @ada-example (TSC)',
    pattern: new RegExp(`^${NAME} +${LOGIN}${REST}$`, 'u'),
  },
  {
    form: 'Name - Org',
    example: 'Ada Example - Acme Corporation',
    pattern: new RegExp(`^${NAME} +[-–—|/] +(?<role>.*)$`, 'u'),
  },
  {
    form: 'Name (role)',
    example: 'Ada Example (observer)',
    pattern: new RegExp(`^${NAME} *\\((?<role>.*)$`, 'u'),
  },
  { form: 'Name: role', example: 'Ada Example: Acme', pattern: new RegExp(`^${NAME} *: *(?<role>.*)$`, 'u') },
  {
    form: 'Name, Org',
    example: 'Ada Example, Acme Corporation',
    pattern: new RegExp(`^${NAME} *[,;] *(?<role>.*)$`, 'u'),
  },
  {
    form: 'Name <address>',
    example: 'Ada Example <ada@example.org>',
    pattern: new RegExp(`^${NAME} *[<@].*$`, 'u'),
  },
  { form: 'Name', example: 'Ada Example', pattern: /^(?<name>.{2,60})$/u },
]
