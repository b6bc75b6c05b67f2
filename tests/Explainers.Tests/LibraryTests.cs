using Explainers.Hosting;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>The compiler as other programs use it.</summary>
public sealed class LibraryTests
{
    private static readonly CompileOptions Options = new(new DateOnly(2026, 11, 23));

    [Fact]
    public void The_example_writes_what_the_command_line_writes()
    {
        using var scratch = Scratch.CopyOf(Path.Combine(RepositoryRoot.Path, "tests", "sites", "for-machines", "input"));
        Assert.Equal(0, scratch.Run("build", "--output", "command").Status);
        string[] arguments = [scratch.Folder, Path.Combine(scratch.Folder, "library"), "2026-11-23"];
        Assert.Equal(0, global::Explainers.Example.Program.Main(arguments));
        Assert.Equal(scratch.FilesOf("command").Where(file => file.Key != ".explainers"), scratch.FilesOf("library"));
    }

    [Fact]
    public void A_compile_tells_each_stage_and_can_be_ended()
    {
        var tree = SourceTree.From([], BuiltInTheme.Files());
        var stages = new Stages();
        Assert.NotEmpty(SiteCompiler.Compile(tree, Options, stages, TestContext.Current.CancellationToken).Findings);
        Assert.Equal(Enum.GetValues<Stage>(), stages.Told);
        using var stop = new CancellationTokenSource();
        var ending = new Stages { At = Stage.Check, Then = stop.Cancel };
        Assert.Throws<OperationCanceledException>(() => SiteCompiler.Compile(tree, Options, ending, stop.Token));
        Assert.Equal([Stage.Parse, Stage.Bind, Stage.Check], ending.Told);
    }

    private sealed class Stages : IProgress<Stage>
    {
        public List<Stage> Told { get; } = [];

        public Stage? At { get; init; }

        public Action? Then { get; init; }

        public void Report(Stage value)
        {
            Told.Add(value);
            if (value == At) Then?.Invoke();
        }
    }
}
