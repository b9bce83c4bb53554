import type { Line } from '../text/line.ts'
import { findMarks } from '../text/marks.ts'
import { urlsIn } from '../text/urls-in.ts'

/** The agenda of an issue as it stands there, with what people wrote into it; undefined when its marks are missing or damaged. */
export function agendaOfIssue(body: string): readonly Line[] | undefined {
  const block = findMarks(body).blocks.find(({ key }) => key === 'agenda')
  if (!block) return undefined
  const content = body.slice(block.contentStart, block.contentEnd).trim()
  return content.split(/\r?\n/).map((text): Line => {
    const [identity] = urlsIn(text)
    return { text: text.trimEnd(), ...(identity === undefined ? {} : { identity }) }
  })
}
