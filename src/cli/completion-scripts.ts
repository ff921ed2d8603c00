import type { CompletedCommand, CompletedOption, CompletionModel } from "./completion-model.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** A script that teaches a shell the commands. Where none of ours is meant, the shell offers files. */
export function completionScript(shell: Shell, model: CompletionModel): string {
  return { bash, zsh, fish }[shell](model);
}

function flagsOf({ options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ long, short }) => [long, ...(short === undefined ? [] : [short])]);
}

/** With nothing in COMPREPLY, `-o default` lets readline offer files, in bash 3.2 as well. */
function bash({ program, commands }: CompletionModel): string {
  const values = commands.flatMap((command) =>
    command.options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ long, choices }) => `    "${command.name} ${long}") _${program}_offer "${choices.join(" ")}"; return ;;\n`,
      ),
  );
  const flags = commands.map(
    (command) => `      ${command.name}) _${program}_offer "${flagsOf(command).join(" ")}" ;;\n`,
  );
  const words = commands.flatMap(({ name, words }) =>
    words === undefined ? [] : [`    ${name}) _${program}_offer "${words.join(" ")}" ;;\n`],
  );
  return `# bash completion for ${program}
_${program}_offer() {
  COMPREPLY=($(compgen -W "$1" -- "\${COMP_WORDS[COMP_CWORD]}"))
}

_${program}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _${program}_offer "${commands.map(({ name }) => name).join(" ")} --help --version"
    return
  fi
  case "$command $before" in
${values.join("")}  esac
  case "$current" in
  -*)
    case "$command" in
${flags.join("")}    esac
    return
    ;;
  esac
  case "$command" in
${words.join("")}  esac
}

complete -o default -F _${program} ${program}
`;
}

function zsh({ program, commands }: CompletionModel): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}\n`);
  const cases = commands.map((command) => {
    const last = command.words === undefined ? "'*:file:_files'" : `'*:word:(${command.words.join(" ")})'`;
    const specs = [...command.options.map(zshOption), last];
    return `    ${command.name})\n      _arguments ${specs.join(" \\\n        ")}\n      ;;\n`;
  });
  return `#compdef ${program}
# zsh completion for ${program}
_${program}() {
  local state
  local -a commands
  commands=(
${described.join("")}  )
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
  command)
    _describe -t commands command commands
    _files
    ;;
  rest)
    case $words[1] in
${cases.join("")}    *) _files ;;
    esac
    ;;
  esac
}

if [ "$funcstack[1]" = "_${program}" ]; then
  _${program} "$@"
else
  compdef _${program} ${program}
fi
`;
}

function zshOption({ long, short, summary, takesValue, choices }: CompletedOption): string {
  const says = `[${summary.replace(/[[\]:\\]/g, "\\$&")}]`;
  const offered = choices.length > 0 ? `(${choices.join(" ")})` : long.endsWith("output") ? "_files" : " ";
  const value = takesValue ? `:value:${offered}` : "";
  // A short and a long form are one option: after the one, the other is not offered.
  if (short === undefined) return quoted(`*${long}${says}${value}`);
  return `${quoted(`(${short} ${long})`)}{${short},${long}}${quoted(`${says}${value}`)}`;
}

function fish({ program, commands }: CompletionModel): string {
  const first = commands.map(
    ({ name, summary }) => `complete -c ${program} -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}\n`,
  );
  const rest = commands.flatMap((command) => {
    const when = `-n '__fish_seen_subcommand_from ${command.name}'`;
    const options = command.options.map((option) => `complete -c ${program} ${when} ${fishOption(option)}\n`);
    if (command.words === undefined) return options;
    return [...options, `complete -c ${program} ${when} -f -a ${quoted(command.words.join(" "))}\n`];
  });
  return `# fish completion for ${program}\n${[...first, ...rest].join("")}`;
}

function fishOption({ long, short, summary, takesValue, choices }: CompletedOption): string {
  const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
  const letter = short === undefined ? "" : ` -s ${short.slice(1)}`;
  return `-l ${long.slice(2)}${letter}${value} -d ${quoted(summary)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
