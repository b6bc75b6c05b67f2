# Where the tool proposes nothing, PowerShell proposes files.
Register-ArgumentCompleter -Native -CommandName explainers -ScriptBlock {
  param($word, $command, $position)
  $words = @($command.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
  })
  $tool = $words[0]
  $before = @($words | Select-Object -Skip 1)
  # An empty word is handed over as quotes, since Windows PowerShell leaves out empty arguments.
  if (-not $word) { $word = '""' }
  & $tool complete -- @before $word 2>$null | ForEach-Object {
    $proposal, $description = $_ -split "`t"
    if (-not $description) { $description = $proposal }
    [System.Management.Automation.CompletionResult]::new($proposal, $proposal, 'ParameterValue', $description)
  }
}
