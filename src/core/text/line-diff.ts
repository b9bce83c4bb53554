import { diffComm } from 'node-diff3'

/** The lines that differ between two texts, `-` and `+`, with two lines around them; `@@` stands where equal lines are left out. */
export function lineDiff(from: string, to: string): readonly string[] {
  const all = diffComm(linesOf(from), linesOf(to)).flatMap((part) =>
    'common' in part
      ? part.common.map((line) => `  ${line}`)
      : [...part.buffer1.map((line) => `- ${line}`), ...part.buffer2.map((line) => `+ ${line}`)],
  )
  const near = all.map((_, at) =>
    all.slice(Math.max(0, at - 2), at + 3).some((line) => !line.startsWith('  ')),
  )
  return all.flatMap((line, at) => (near[at] ? [line] : near[at - 1] === true ? ['@@'] : []))
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
