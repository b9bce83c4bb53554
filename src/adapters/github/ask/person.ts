import { personKey } from '../../../core/github/person.ts'
import { describeErrors } from '../describe-errors.ts'
import type { AskPart } from './part.ts'

interface RawPerson {
  readonly login: string
  readonly databaseId: number
}

/** Asks whether somebody has a login. A login that is nobody's is an answer, and no refusal. */
export function askPerson(login: string): AskPart {
  const aliases = (index: number) => [`u${index}`]
  return {
    kind: 'person',
    aliases,
    write: (index, bind) => [`u${index}: user(login: ${bind(login)}) { login databaseId }`],
    read: ({ data, errors }, index, { people }) => {
      const [alias = ''] = aliases(index)
      const own = errors.filter(({ path }) => path?.[0] === alias)
      const found = data[alias] as RawPerson | null | undefined
      if (found) people.set(personKey(login), { login: found.login, id: found.databaseId })
      else if (own.every(({ type }) => type === 'NOT_FOUND')) people.set(personKey(login), 'missing')
      else people.set(personKey(login), { refused: describeErrors(own, `show the account \`${login}\``) })
      return []
    },
  }
}
