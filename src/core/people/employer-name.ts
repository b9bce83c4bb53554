/** Words at the end of a company's name that say only its legal form. */
const LEGAL_FORMS =
  /(?:[\s,]+(?:incorporated|inc|llc|llp|ltd|limited|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|plc|pty|pvt|corp|corporation|co|company|kk))+$/

/** What people write who have no employer. */
const NOBODY: ReadonlySet<string> = new Set([
  '',
  'none',
  'na',
  'independent',
  'individual',
  'selfemployed',
  'self',
  'freelance',
  'freelancer',
  'unaffiliated',
  'unemployed',
  'retired',
  'student',
])

/** Other names of one employer, by its key. A group adds its own in `employers` of wg.yml. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  amazonwebservices: 'amazon',
  aws: 'amazon',
  internationalbusinessmachines: 'ibm',
}

/** Names of one employer, by the name under which it is known: `Example Corp: [Example Cloud, EXC]`. */
export type EmployerNames = ReadonlyMap<string, readonly string[]>

/**
 * A function that gives one key for all spellings of an employer: letter case, spaces, punctuation, legal form and the other names
 * that the group has listed do not count. Undefined for those who have none (`independent`, `self-employed`…).
 */
export function employerKeys(names: EmployerNames): (name: string) => string | undefined {
  const known = new Map(Object.entries(OTHER_NAMES))
  for (const [name, others] of names) {
    for (const other of others) known.set(plainKey(other), plainKey(name))
  }
  return (name) => {
    const key = plainKey(name)
    if (NOBODY.has(key)) return undefined
    return known.get(key) ?? key
  }
}

function plainKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[.'’]/g, '')
    .replace(/^\s*(?:@|the\s+)/, '')
    .trim()
  return plain.replace(LEGAL_FORMS, '').replace(/[^\p{L}\p{N}]+/gu, '')
}
