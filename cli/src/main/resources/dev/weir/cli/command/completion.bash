# Completes weir in bash: source <(weir completion bash)
_weir() {
    local line=${COMP_LINE:0:COMP_POINT} typed current head
    read -r -a typed <<< "$line"
    [[ $line == *[[:space:]] ]] && typed+=("")
    current=${typed[${#typed[@]} - 1]}
    local IFS=$'\n'
    COMPREPLY=($("${typed[0]}" completion words -- "${typed[@]:1}" 2> /dev/null))
    # To bash a word begins behind a colon: what stands before it is on the line already.
    head=${current%"${current##*[:=]}"}
    [[ -n $head ]] && COMPREPLY=("${COMPREPLY[@]#"$head"}")
    [[ ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2> /dev/null
    return 0
}
complete -F _weir weir
