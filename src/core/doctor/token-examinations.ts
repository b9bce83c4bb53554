import { isoInstant } from '../time/print-time.ts'
import { type Examination, fine, unknown, warning, wrong } from './examination.ts'
import type { TokenFacts } from './github-facts.ts'
import { isProblem, lookAt, lookAtGitHub, unreachable } from './look.ts'

const DAY = 86_400_000
/** A token that ends sooner is worth a word, in days. */
const SOON = 14
/** Fewer requests left than this part of an hour's are worth a word. */
const FEW = 0.1

const TOKENS = 'https://github.com/settings/tokens'

/** What is looked at of the token itself. */
export const tokenExaminations: readonly Examination[] = [
  {
    name: 'token-is-there',
    sentence: 'The environment holds a token where a series is on GitHub.',
    judge: ({ github, workspace }) => {
      if (github) return [fine('There is a token in the environment.')]
      const [series] = workspace?.series.filter((each) => each.github) ?? []
      return series
        ? [
            warning(
              `There is no token in \`GITHUB_TOKEN\` or \`GH_TOKEN\`: the agenda of \`${series.id}\` goes into a file, and no issue is opened.`,
              {
                hint: 'Put one into `GITHUB_TOKEN`. `gh auth token` prints yours; in a workflow it is `${{ github.token }}`.',
              },
            ),
          ]
        : [fine('There is no token, and no series needs one: files are the tracker.')]
    },
  },
  {
    name: 'token-is-accepted',
    sentence: 'GitHub accepts the token.',
    judge: (matter) => {
      const { github } = matter
      if (!github) return lookAtGitHub(matter, () => [])
      if (isProblem(github))
        return [wrong(github.message, github.hint === undefined ? {} : { hint: github.hint })]
      const { token, viewer } = github
      if (token.kind === 'unreachable') return [unreachable(token.problem)]
      if (token.kind === 'refused')
        return [
          wrong(
            `GitHub does not accept the token (${token.status}): it has ended, was revoked, or was not copied whole.`,
            {
              hint: 'Make another one, and put it into `GITHUB_TOKEN`.',
              page: TOKENS,
            },
          ),
        ]
      const who = viewer.kind === 'seen' ? `\`${viewer.value.login}\`` : 'somebody'
      return [fine(`GitHub accepts the token: it acts as ${who}, ${describe(token.value)}.`)]
    },
  },
  {
    name: 'token-lasts',
    sentence: 'The token does not end within two weeks.',
    judge: (matter) =>
      lookAtGitHub(matter, ({ token }) =>
        lookAt(token, unknown('GitHub does not accept the token.'), (facts) => [judgeEnd(facts, matter.now)]),
      ),
  },
  {
    name: 'requests-are-left',
    sentence: 'GitHub answers many more requests of the token within this hour.',
    judge: (matter) =>
      lookAtGitHub(matter, ({ viewer }) =>
        lookAt(
          viewer,
          unknown('GitHub does not say how many requests are left.'),
          ({ limit, remaining, resetsAt }) => {
            const left = `${remaining} of ${limit} points of this hour are left`
            return remaining >= limit * FEW
              ? [fine(`${left}.`)]
              : [
                  warning(`Only ${left}; \`wg\` may have to wait.`, {
                    hint: `Wait until ${isoInstant(resetsAt)}, and look for what else uses this token.`,
                  }),
                ]
          },
        ),
      ),
  },
]

function describe({ kind, scopes }: TokenFacts): string {
  if (kind === 'app') return 'with the token of an app'
  if (kind === 'personal') return 'with a token that has permissions'
  const list = scopes.map((scope) => `\`${scope}\``).join(', ')
  return list === ''
    ? 'with a classic token that has no scope'
    : `with a classic token that has the scopes ${list}`
}

function judgeEnd({ kind, expires }: TokenFacts, now: Date) {
  if (kind === 'app') return fine("The token is an app's, and made afresh for each run.")
  if (!expires) return fine('GitHub names no day on which the token ends.')
  const days = Math.floor((expires.getTime() - now.getTime()) / DAY)
  if (days >= SOON) return fine(`The token lasts until ${isoInstant(expires)}.`)
  return warning(`The token ends in ${days === 1 ? '1 day' : `${days} days`}, at ${isoInstant(expires)}.`, {
    hint: 'Make a new one in time, or an app, whose tokens do not end.',
    page: kind === 'scoped' ? TOKENS : 'https://github.com/settings/personal-access-tokens',
  })
}
