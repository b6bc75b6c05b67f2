using System.Collections;
using System.Reflection;
using Explainers.Hosting;
using Explainers.Imaging;
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
        var folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), scratch.Folder);
        string[] arguments = [folder, Path.Combine(folder, "library"), "2026-11-23"];
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

    [Fact]
    public void The_public_surface_is_small_and_nothing_in_it_can_be_changed()
    {
        Assert.InRange(typeof(SiteCompiler).Assembly.GetExportedTypes().Length, 10, 25);
        Type[] exported = [.. new[] { typeof(SiteCompiler), typeof(SkiaImaging), typeof(SourceReader) }.SelectMany(type => type.Assembly.GetExportedTypes())];
        var changeable = exported.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(member => member switch
            {
                PropertyInfo property => IsMutable(property.PropertyType) || HasSetter(property),
                FieldInfo field => IsMutable(field.FieldType) || !(field.IsInitOnly || field.IsLiteral || field.DeclaringType!.IsEnum),
                _ => false,
            });
        Assert.Empty(changeable);
    }

    private static bool HasSetter(PropertyInfo property) => property.SetMethod is { IsPublic: true } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsMutable(Type type) =>
        type.IsArray || (type.IsClass && type != typeof(string) && typeof(ICollection).IsAssignableFrom(type));

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
