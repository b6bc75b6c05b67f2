# What is behind the cursor plays no part; where the tool proposes nothing, Bash proposes files.
_explainers() {
  local proposal _
  COMPREPLY=()
  while IFS=$'\t' read -r proposal _; do
    COMPREPLY+=("$proposal")
  done < <("${1/#\~\//$HOME/}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$2" 2>/dev/null)
}
complete -o default -F _explainers explainers
