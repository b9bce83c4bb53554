import type { CreateLabel } from '../../../core/plan/change.ts'
import { LostAnswer } from '../../../ports.ts'
import type { Write } from './write.ts'

const CREATE_LABEL = `mutation CreateLabel($input: CreateLabelInput!) {
  createLabel(input: $input) { label { id name } }
}`

interface Created {
  readonly createLabel: { readonly label: { readonly id: string } | null } | null
}

export const createLabel: Write<CreateLabel> = {
  doing: ({ name, repository }) => `make the label \`${name}\` in \`${repository}\``,
  permission: 'issues',
  document: ({ repositoryId, name, color, description }) => ({
    query: CREATE_LABEL,
    variables: { input: { repositoryId, name, color, description } },
  }),
  read: (data) => {
    const id = (data as unknown as Created).createLabel?.label?.id
    if (id === undefined) throw new LostAnswer('GitHub did not say which label it made')
    return { labelId: id }
  },
  isRace: ({ message }) => /already (been taken|exists)/i.test(message),
}
