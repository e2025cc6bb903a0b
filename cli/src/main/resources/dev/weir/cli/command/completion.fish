# Completes weir in fish: weir completion fish > ~/.config/fish/completions/weir.fish
function __weir_words
    set -l typed (commandline -opc)
    set -l program $typed[1]
    set -e typed[1]
    # In quotes, as an empty word is one too.
    set -l current (commandline -ct)
    $program completion words -- $typed "$current" 2> /dev/null
end
complete -c weir -f -a '(__weir_words)'
