#compdef explainers
# To be sourced after compinit, or kept as the file _explainers in a folder of $fpath.
_explainers() {
  local line tool=${(Q)words[1]/#\~\//$HOME/}
  local -a proposals
  for line in ${(f)"$($tool complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)"}; do
    line=${${line//:/\\:}/$'\t'/:}
    proposals+=("${line%:}")
  done
  if (( $#proposals )); then
    _describe explainers proposals
  else
    compset -P '-*='
    _files
  fi
}
if [[ $funcstack[1] == _explainers ]]; then
  _explainers "$@"
else
  compdef _explainers explainers
fi
