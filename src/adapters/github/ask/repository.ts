import { repositoryKey, type RepositoryQuestion } from '../../../core/github/question.ts'
import { ISSUE_FIELDS, ISSUES_WITH_LABEL, NEWEST_FIRST, NEWEST_ISSUES } from '../documents.ts'
import { judgePart } from '../judge-part.ts'
import { type RawRepository, readRepository } from '../read-answer.ts'
import type { AskPart, Bind } from './part.ts'

/** Asks for a repository, its labels and its issues. */
export function askRepository(asked: RepositoryQuestion): AskPart {
  const aliases = (index: number) => [`r${index}`]
  return {
    kind: 'repository',
    aliases,
    write: (index, bind) => [write(`r${index}`, asked, bind)],
    read: (settled, index, { repositories }) => {
      const fault = judgePart(settled, aliases(index), `repository \`${asked.repository}\``)
      const answer = fault ?? readRepository(settled.data[`r${index}`] as RawRepository)
      repositories.set(repositoryKey(asked), answer)
      return []
    },
  }
}

function write(alias: string, { repository, label, labels }: RepositoryQuestion, bind: Bind): string {
  const [owner = '', name = ''] = repository.split('/')
  return `${alias}: repository(owner: ${bind(owner)}, name: ${bind(name)}) {
  id nameWithOwner isPrivate isArchived hasIssuesEnabled
  pinnedIssues(first: 3) { totalCount }
  ${labels.map((each, index) => `l${index}: label(name: ${bind(each)}) { id name }`).join('\n  ')}
  labelled: issues(first: ${ISSUES_WITH_LABEL}, labels: [${bind(label)}], ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } }
  newest: issues(first: ${NEWEST_ISSUES}, ${NEWEST_FIRST}) { nodes { ${ISSUE_FIELDS} } }
}`
}
