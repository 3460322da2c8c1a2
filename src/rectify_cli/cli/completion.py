"""`rectify completion SHELL`: the script that lets a shell complete commands, tasks and owners."""

from typing import Annotated

import typer

from rectify_cli.cli.session import session_of
from rectify_cli.cli.stop import Stop
from rectify_cli.foundation.finding import say

_BASH = """\
_rectify() {
    local IFS=$'\\n' words
    words=$(_RECTIFY_COMPLETE=1 rectify "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)
    COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _rectify rectify
"""

_ZSH = """\
#compdef rectify
_rectify() {
    local -a found
    local line
    while IFS= read -r line; do
        found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
    done < <(_RECTIFY_COMPLETE=1 rectify "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( $#found )); then _describe rectify found; else _files; fi
}
compdef _rectify rectify
"""

_FISH = """\
function __rectify
    _RECTIFY_COMPLETE=1 rectify (commandline -opc)[2..] (commandline -ct) 2>/dev/null
end
complete -c rectify -a '(__rectify)'
"""

SHELLS: dict[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def completion(
    context: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="|".join(SHELLS), help="The shell.")],
) -> None:
    """Print the script; where it goes is among the examples."""
    script = SHELLS.get(shell)
    if script is None:
        known = say("there are: {names}", names=", ".join(SHELLS))
        raise Stop(say("there is no script for '{shell}'", shell=shell), known)
    session_of(context).console.put_clean(script)
