import type { CommandModule } from '../command.ts'
import { readChoice } from '../read-choice.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

export const define: CommandModule['define'] = (command, { world, names, run }) => {
  command
    .argument('<shell>', SHELLS.join(', '))
    .addHelpText(
      'after',
      '\nExamples:\n  wg completion bash >> ~/.bashrc\n  wg completion zsh > "${fpath[1]}/_wg"\n  wg completion fish > ~/.config/fish/completions/wg.fish',
    )
  run(async ({ values: [name = ''] }) => {
    const shell = readChoice(name, SHELLS, `There is no completion for \`${name}\`.`)
    world.terminal.print(SCRIPTS[shell](listWords(names)))
    return undefined
  })
}

/** The first words of the command lines, and the second ones where there are two. */
interface Words {
  readonly nouns: readonly string[]
  readonly groups: readonly (readonly [noun: string, verbs: readonly string[]])[]
}

function listWords(names: readonly string[]): Words {
  const nouns = [...new Set(names.map((name) => name.split(' ')[0] ?? ''))]
  const verbsOf = (noun: string) =>
    names.flatMap((name) => (name.startsWith(`${noun} `) ? [name.slice(noun.length + 1)] : []))
  return {
    nouns,
    groups: nouns.map((noun) => [noun, verbsOf(noun)] as const).filter(([, verbs]) => verbs.length > 0),
  }
}

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (words: Words) => string>> = {
  bash: ({ nouns, groups }) => `_wg() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  case "\${COMP_WORDS[1]}" in
${groups
  .map(
    ([noun, verbs]) =>
      `    ${noun}) [ "$COMP_CWORD" = 2 ] && COMPREPLY=($(compgen -W "${verbs.join(' ')}" -- "$word")) && return ;;`,
  )
  .join('\n')}
  esac
  [ "$COMP_CWORD" = 1 ] && COMPREPLY=($(compgen -W "${nouns.join(' ')}" -- "$word")) && return
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _wg wg wg-toolkit
`,
  zsh: ({ nouns, groups }) => `#compdef wg wg-toolkit
case $CURRENT in
  2) compadd ${nouns.join(' ')} ;;
  3) case $words[2] in
${groups.map(([noun, verbs]) => `    ${noun}) compadd ${verbs.join(' ')} ;;`).join('\n')}
    *) _files ;;
  esac ;;
  *) _files ;;
esac
`,
  fish: ({ nouns, groups }) =>
    [
      ...nouns.map((noun) => `complete -c wg -n __fish_use_subcommand -a ${noun}`),
      ...groups.flatMap(([noun, verbs]) =>
        verbs.map((verb) => `complete -c wg -n "__fish_seen_subcommand_from ${noun}" -a ${verb}`),
      ),
      '',
    ].join('\n'),
}
