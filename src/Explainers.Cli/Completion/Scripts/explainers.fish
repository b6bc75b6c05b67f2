# Asks the tool what may stand at the cursor; where it proposes nothing, the condition fails, and fish proposes files.
function __explainers_ask
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l tool (string replace -r '^~/' "$HOME/" -- $words[1])
    set -e words[1]
    type -q -- $tool; or return 1
    set -g __explainers_proposals (command $tool complete -- $words "$word" 2>/dev/null)
    set -q __explainers_proposals[1]
end
complete -c explainers -n __explainers_ask -f -a '$__explainers_proposals'
