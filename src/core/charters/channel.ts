import * as z from 'zod'
import { line, webAddress } from '../fields.ts'
import { mapping } from '../text/shape.ts'

/** What a channel can be for. */
export const PURPOSES = ['reports', 'discussion', 'questions', 'announcements'] as const

export type Purpose = (typeof PURPOSES)[number]

/** A place at which a team is reached. */
export interface Channel {
  readonly kind: ChannelKind
  readonly address: string
  readonly for: readonly Purpose[]
  readonly note?: string
  /** Where the key is with which reports can be encrypted. */
  readonly encryption?: string
}

const MAIL = /^[^\s@<>"',;:()[\]\\]+@[^\s@<>"',;:()[\]\\]+\.[^\s@<>"',;:()[\]\\]+$/
const PHONE = /^\+[\d .()-]{5,}$/
const REPOSITORY = /^[\w-]+\/[\w.-]+$/

interface KindRule {
  readonly reads: (address: string) => boolean
  readonly example: string
}

const isWeb = (address: string) => webAddress.safeParse(address).success

const KINDS = {
  email: { reads: (address) => MAIL.test(address), example: 'security@example.org' },
  'mailing-list': {
    reads: (address) => MAIL.test(address) || isWeb(address),
    example: 'security-discuss@example.org',
  },
  chat: { reads: isWeb, example: 'https://chat.example.org/security' },
  repository: {
    reads: (address) => REPOSITORY.test(address) || isWeb(address),
    example: 'example/security-wg',
  },
  web: { reads: isWeb, example: 'https://example.org/report' },
  phone: { reads: (address) => PHONE.test(address), example: '+43 1 234567' },
} as const satisfies Readonly<Record<string, KindRule>>

type ChannelKind = keyof typeof KINDS

const KIND_NAMES = Object.keys(KINDS) as [ChannelKind, ...ChannelKind[]]

/** What people write for a channel. */
export const writtenChannel = mapping({
  kind: z.enum(KIND_NAMES),
  address: line.meta({ description: 'An address of mail or of the web, a repository, a telephone number.' }),
  for: z
    .union([z.enum(PURPOSES), z.array(z.enum(PURPOSES)).min(1)])
    .default('discussion')
    .transform((given) => (typeof given === 'string' ? [given] : given))
    .meta({ description: 'What it is for; `reports` where vulnerabilities are reported.' }),
  note: line.optional(),
  encryption: webAddress
    .optional()
    .meta({ description: 'Where the key is with which reports can be encrypted.' }),
}).superRefine(({ kind, address }, context) => {
  if (KINDS[kind].reads(address)) return
  context.addIssue({
    code: 'custom',
    path: ['address'],
    message: `\`${address}\` is no address of the kind \`${kind}\`.\nWrite one like \`${KINDS[kind].example}\`.`,
  })
})

/** The address of a channel as a URI: `mailto:`, `tel:` or `https:`. */
export function channelUri({ kind, address }: Channel): string {
  if (MAIL.test(address)) return `mailto:${address}`
  if (kind === 'phone') return `tel:${address.replace(/[ .()]/g, '')}`
  return REPOSITORY.test(address) ? `https://github.com/${address}` : address
}
