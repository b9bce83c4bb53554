import { type DoctorMatter, type Examination, fine, type Finding, wrong } from './examination.ts'
import { lookAtGitHub, lookAtPlace, unreachable } from './look.ts'
import { issuePlaces } from './permission-examinations.ts'

/** What is looked at of the repositories that wg writes to. */
export const repositoryExaminations: readonly Examination[] = [
  {
    name: 'repositories-are-seen',
    sentence: 'The token sees the repository of the workspace and those of the series.',
    judge: (matter) =>
      lookAtGitHub(matter, ({ places }) => {
        const names = placesOf(matter)
        if (names.length === 0) return [fine('The workspace names no repository.')]
        return names.map((name): Finding => {
          const seen = places.get(name.toLowerCase())?.repository
          if (seen?.kind === 'unreachable') return unreachable(seen.problem)
          return seen?.kind === 'seen' ? fine(`The token sees \`${name}\`.`) : unseen(name, seen?.message)
        })
      }),
  },
  {
    name: 'repositories-take-issues',
    sentence: 'The repositories of the series have issues, and are not archived.',
    judge: (matter) =>
      lookAtGitHub(matter, (facts) => {
        const names = issuePlaces(matter)
        if (names.length === 0) return [fine('No series has its issues on GitHub.')]
        return names.flatMap((name) =>
          lookAtPlace(facts, name, ({ archived, hasIssues, url }) => {
            const page = `${url}/settings`
            if (archived)
              return [
                wrong(`\`${name}\` is archived: nothing can be written there.`, {
                  hint: 'Unarchive it under "Danger Zone", or name another repository in the series.',
                  page,
                }),
              ]
            return hasIssues
              ? [fine(`\`${name}\` takes issues.`)]
              : [wrong(`\`${name}\` has no issues.`, { hint: 'Turn on "Issues" under "Features".', page })]
          }),
        )
      }),
  },
]

/** Every repository that is looked at, each once. */
function placesOf(matter: DoctorMatter): readonly string[] {
  const all = [...(matter.home === undefined ? [] : [matter.home]), ...issuePlaces(matter)]
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
}

function unseen(name: string, message = ''): Finding {
  if (/SAML/i.test(message))
    return wrong(`The token may not see \`${name}\`: its organization asks for single sign-on (SAML).`, {
      hint: 'Authorize the token for the organization with "Configure SSO".',
      page: 'https://github.com/settings/tokens',
    })
  return wrong(
    `The token cannot see \`${name}\`: there is no such repository, or it is hidden from the token.`,
    {
      hint: 'Put the name right, or give the token access to the repository.',
    },
  )
}
