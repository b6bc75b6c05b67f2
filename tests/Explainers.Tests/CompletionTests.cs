using System.Diagnostics;

namespace Explainers.Tests;

/// <summary>What shells complete: what the tool proposes, and what each shell makes of it.</summary>
public sealed class CompletionTests
{
    private const string Tool = "explainers";

    [Theory]
    [InlineData("", "build check completion diff explain facts import new next preview report schema")]
    [InlineData("che", "check")]
    [InlineData("nonsense/", "")]
    [InlineData("build --f", "--format")]
    [InlineData("build --format ", "github json sarif text")]
    [InlineData("build --format = j", "json")]
    [InlineData("build --format =", "github json sarif text")]
    [InlineData("build --format=j", "--format=json")]
    [InlineData("build --nonsense=j", "")]
    [InlineData("build --input my\\ path --str", "--strict")]
    [InlineData("build --input ", "")]
    [InlineData("build --input \"my", "")]
    [InlineData("build --strict --s", "")]
    [InlineData("build -- --s", "")]
    [InlineData("--drafts --str", "--strict")]
    [InlineData("--drafts che", "")]
    [InlineData("facts list --format ", "json text")]
    [InlineData("facts ", "due from impact list show")]
    [InlineData("facts show ", "")]
    [InlineData("new ", "article deploy sheet site theme")]
    [InlineData("new site ", "")]
    [InlineData("new theme card.yaml layouts/ho", "layouts/home.sbn-html")]
    [InlineData("schema f", "fact-sheet")]
    [InlineData("explain stale", "stale-fact")]
    [InlineData("completion ", "bash fish powershell zsh")]
    [InlineData("preview --editor v", "vscode vscodium")]
    public void What_may_follow_is_proposed(string typed, string proposed)
    {
        using var site = new Scratch();
        var run = site.Run(["complete", "--", .. typed.Replace("\\ ", "\0", StringComparison.Ordinal).Split(' ')
            .Select(word => word.Replace('\0', ' '))]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(proposed,
            string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0])));
    }

    [Fact]
    public void A_proposal_says_what_it_means()
    {
        using var site = new Scratch();
        Assert.Equal("check\tCompile the site and report what is wrong, without writing anything.\n",
            site.Run("complete", "--", "che").Output);
        Assert.DoesNotContain("complete ", site.Run("--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public Task Bash_completes() => Completes("bash", "bash", ["bash"], """
        source "$1"
        # As Bash calls it: the tool, the word up to the cursor, the words of the line, and which of them the cursor is in.
        at() { COMP_CWORD=$1; local word=$2; shift 2; COMP_WORDS=("$@"); _explainers "$1" "$word" ""; echo "${COMPREPLY[*]}"; }
        at 1 che explainers che
        at 1 che explainers check --strict
        at 4 j explainers build --format = j
        at 2 stale explainers explain stale
        at 4 --str explainers build --input 'my\ path' --str
        at 3 my explainers build --input my
        PATH=
        at 1 che explainers che
        at 2 sh "$2" new sh
        complete -p explainers
        """, "check", "check", "json", "stale-fact", "--strict", "", "", "sheet", "complete -o default -F _explainers explainers");

    [Fact]
    public Task Zsh_completes() => Completes("zsh", "zsh", ["zsh", "-f"], """
        cat > setup <<END
        PS1=; autoload -U compinit; compinit -u -D; source $1
        tell() { print -r -- "<\$BUFFER>"; BUFFER= }
        zle -N tell; bindkey '^T' tell; bindkey '^I' complete-word; unsetopt beep
        END
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'source ./setup'
        for typed in 'che\t' 'che --strict\eb\e[D\t' 'build --format=j\t' 'explain stale\t' 'build --input my\\ path --str\t' 'build --input my\t'; do
          zpty -w -n shell "explainers $(print -n -- $typed)"$'\x14'
          zpty -r -m shell said '*<*>*'
          print -r -- ${${said##*<}%%>*}
        done
        zpty -w -n shell "PATH=; explainers che"$'\t\x14'"$2 new sh"$'\t\x14'
        zpty -r -m shell said '*<*>*<*>*'
        print -r -- ${${said##*<}%%>*}
        """, "explainers check ", "explainers check  --strict", "explainers build --format=json ", "explainers explain stale-fact ", "explainers build --input my\\ path --strict ", "explainers build --input my\\ path/", "TOOL new sheet ");

    [Fact]
    public Task Fish_completes() => Completes("fish", "fish", ["fish", "--no-config"], """
        source $argv[1]
        function at
            echo (complete -C "$argv" | string replace -r '\t.*' '')
        end
        at explainers che
        at explainers build --format=j
        at explainers explain stale
        at 'explainers build --input my\ path --str'
        at explainers build --input my
        set PATH
        at explainers che
        at $argv[2] new sh
        """, "check", "--format=json", "stale-fact", "--strict", "my path/", "", "sheet");

    [Fact]
    public Task PowerShell_completes() => Completes("powershell", "pwsh", ["pwsh", "-NoProfile", "-File"], """
        param($script, $tool)
        Invoke-Expression (Get-Content -Raw $script)
        function At($line, $left = 0) { "$([System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length - $left, $null).CompletionMatches.CompletionText)" }
        At 'explainers che'
        At 'explainers che --strict' 9
        At 'explainers build --format '
        At 'explainers build --format=j'
        At 'explainers explain stale'
        At 'explainers build --input "my path" --str'
        At 'explainers build --input my'
        $env:PATH = ''
        At 'explainers che'
        At "$tool new sh"
        """, "check", "check", "github json sarif text", "--format=json", "stale-fact", "--strict", "'./my path'", "", "sheet");

    /// <summary>
    /// Runs a script in a shell, in a folder in which a folder "my path" is, with the completion script as its first word and the tool's
    /// path as its second.
    /// </summary>
    private static async Task Completes(string shell, string program, string[] command, string script, params string[] lines)
    {
        Assert.SkipUnless(IsInstalled(program) || (program == "bash" && OperatingSystem.IsLinux()), $"{program} is not on this machine.");
        using var scratch = new Scratch();
        Directory.CreateDirectory(Path.Combine(scratch.Folder, "my path"));
        scratch.Write("completion", scratch.Run("completion", shell).Output);
        scratch.Write("script.ps1", script.ReplaceLineEndings("\n"));
        // The tests may lie in a folder whose name would have to be quoted at a prompt.
        var bin = Directory.CreateDirectory(Path.Combine(scratch.Folder, ".bin")).FullName;
        var tool = Path.Combine(bin, Tool);
        File.CreateSymbolicLink(tool, Path.Combine(AppContext.BaseDirectory, Tool));
        var start = new ProcessStartInfo(command[0], [.. command[1..], "script.ps1", Path.Combine(scratch.Folder, "completion"), tool])
        {
            WorkingDirectory = scratch.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{bin}{Path.PathSeparator}{start.Environment["PATH"]}";
        // What a shell says of a locale or a home that is not there is none of our words.
        start.Environment["HOME"] = scratch.Folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await error);
        Assert.Equal(lines, output.TrimEnd('\n').ReplaceLineEndings("\n").Replace(tool, "TOOL", StringComparison.Ordinal).Split('\n'));
    }

    private static bool IsInstalled(string program) =>
        !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
