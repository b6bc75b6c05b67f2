using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Explainers.Benchmarks.Modules;
using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>The house rules that src/ARCHITECTURE.md lists, held against the code itself.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Compiler = Path.Combine(RepositoryRoot.Path, "src", "Explainers.Compiler");

    /// <summary>The rooms in order: each uses only those before it. What has no room of its own uses them all.</summary>
    private static readonly string[] Rooms =
    [
        "Explainers.Incremental", "Explainers.Sources", "Explainers.Diagnostics", "Explainers.Parsing", "Explainers.Facts",
        "Explainers.Binding", "Explainers.Checking", "Explainers.Rendering", "Explainers.Scopes", "Explainers.Templating",
        "Explainers.Graphics", "Explainers.Blocks", "Explainers.Pages", "Explainers.Proofreading", "Explainers.Outputs",
        "Explainers.Saving",
        "Explainers",
    ];

    /// <summary>The rooms that wrap the libraries for text.</summary>
    private static readonly Dictionary<string, string[]> Libraries = new(StringComparer.Ordinal)
    {
        ["Explainers.Parsing"] = ["AngleSharp", "Markdig", "Scriban", "YamlDotNet"],
        ["Explainers.Templating"] = ["Scriban"],
        ["Explainers.Pages"] = ["Scriban"],
        ["Explainers.Proofreading"] = ["AngleSharp"],
        ["Explainers.Outputs"] = ["NUglify"],
    };

    private static readonly string[] Worldly =
    [
        "System.Console", "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream",
        "System.IO.RandomAccess", "System.Environment", "System.Random", "System.TimeProvider", "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch", "System.Net.Http.HttpClient", "System.TimeZoneInfo",
    ];

    private static readonly string[] Clocks = ["get_Now", "get_UtcNow", "get_Today", "NewGuid"];

    public static TheoryData<string> SourceFiles() => [.. Directory.EnumerateFiles(Compiler, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Compiler, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Fact]
    public void A_room_uses_only_the_rooms_before_it()
    {
        var graph = RoomsOfCompiler();
        Assert.Equal(Rooms.Order(StringComparer.Ordinal), graph.Types.Keys);
        Assert.Empty(
            from room in Rooms
            from used in graph.UsedBy(room)
            where Array.IndexOf(Rooms, used) > Array.IndexOf(Rooms, room)
            select $"{room} uses {used}");
    }

    [Fact]
    public void Folders_do_not_use_each_other_in_a_circle()
    {
        Type[] assemblies = [typeof(Diagnostic), typeof(Hosting.SourceReader), typeof(Imaging.SkiaImaging), typeof(Cli.Application)];
        Assert.Empty(assemblies.SelectMany(type => new RoomGraph(type.Assembly.Location, room => room).Circles())
            .Select(circle => string.Join(", ", circle)));
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_namespace_follows_its_folder(string file)
    {
        // Saving is part of the engine, and has a folder only because of its size.
        var folder = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.').Replace("Incremental.Saving", "Incremental");
        Assert.Contains(folder.Length == 0 ? "namespace Explainers;" : $"namespace Explainers.{folder};", Code(file),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Libraries_for_text_stay_in_the_rooms_that_wrap_them() => Assert.Empty(
        from room in RoomsOfCompiler().Libraries
        from library in room.Value.Intersect(Libraries.SelectMany(known => known.Value)).Except(Libraries.GetValueOrDefault(room.Key, []))
        select $"{room.Key} uses {library}");

    [Fact]
    public void Libraries_for_pictures_stay_in_their_project()
    {
        string[] libraries = ["SkiaSharp", "HarfBuzzSharp"];
        Assert.Empty(Referenced(typeof(Diagnostic)).Intersect(libraries));
        Assert.Empty(Referenced(typeof(Cli.Application)).Intersect(libraries));
        Assert.Equal(libraries.Order(), Referenced(typeof(Imaging.SkiaImaging)).Intersect(libraries).Order());
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_is_shorter_than_three_hundred_lines(string file) =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Compiler, file)).Length, 1, 299);

    [Fact]
    public void The_compiler_has_no_disk_no_clock_and_no_console()
    {
        using var stream = File.OpenRead(typeof(Diagnostic).Assembly.Location);
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        var used = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: Name(metadata, (TypeReferenceHandle)member.Parent), Member: metadata.GetString(member.Name)))
            .Where(use => (Worldly.Contains(use.Type) && use.Member != "get_CurrentManagedThreadId")
                || (use.Type.StartsWith("System.", StringComparison.Ordinal) && Clocks.Contains(use.Member)));
        Assert.Empty(used);
    }

    [Fact]
    public void Every_exception_from_the_banned_list_is_needed()
    {
        var banned = new Regex(@"\b(Lazy<|Parallel\.|ConcurrentDictionary<|ThreadStatic|ThreadLocal<)");
        var listed = File.ReadLines(Path.Combine(Compiler, ".editorconfig"))
            .Where(line => line.StartsWith('[') && !line.StartsWith("[Incremental/", StringComparison.Ordinal))
            .SelectMany(line => line.Trim('[', ']', '{', '}').Split(','))
            .ToArray();
        Assert.NotEmpty(listed);
        Assert.DoesNotContain(listed, file => !File.Exists(Path.Combine(Compiler, file)) || !banned.IsMatch(Code(file)));
    }

    [Fact]
    public void Addresses_are_made_in_one_place()
    {
        var elsewhere = SourceFiles().Select(row => row.Data)
            .Where(file => file is not "Binding/Routes.cs")
            .Where(file => Regex.IsMatch(Code(file), @"\$?""/(topics|facts|feed|sitemap|robots|_headers|_redirects)\b"));
        Assert.Empty(elsewhere);
    }

    private static RoomGraph RoomsOfCompiler() =>
        new(typeof(Diagnostic).Assembly.Location, name => string.Join('.', name.Split('.').Take(2)));

    private static IEnumerable<string> Referenced(Type type) => type.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>A file's code without its comments.</summary>
    private static string Code(string file) =>
        string.Join('\n', File.ReadAllLines(Path.Combine(Compiler, file))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
