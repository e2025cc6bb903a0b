#compdef weir
# Completes weir in zsh: source <(weir completion zsh), after compinit; or as the file _weir in a folder of $fpath.
_weir() {
    local -a found
    found=("${(@f)$("${words[1]}" completion words -- "${(@)words[2,CURRENT]}" 2> /dev/null)}")
    local -a folders=(${(M)found:#*/}) others=(${${found:#*/}:#})
    (( ${#folders} )) && compadd -S '' -a folders
    (( ${#others} )) && compadd -a others
}
if [[ $funcstack[1] == _weir ]]; then
    _weir
else
    compdef _weir weir
fi
