using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>The house rules that src/ARCHITECTURE.md lists, held against the code itself.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Compiler = Path.Combine(RepositoryRoot.Path, "src", "Explainers.Compiler");

    /// <summary>The rooms in order: each uses only those before it.</summary>
    private static readonly string[] Rooms = ["Incremental", "Sources", "Diagnostics", "Parsing", "Binding", "Checking", "Blocks", "Rendering"];

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

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_room_uses_only_the_rooms_before_it(string file)
    {
        var room = Array.IndexOf(Rooms, file.Split('/')[0]);
        if (room < 0) return;
        var used = RoomReference().Matches(Code(file)).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct().Where(name => Array.IndexOf(Rooms, name) > room);
        Assert.Empty(used);
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void Libraries_for_text_stay_in_parsing_and_rendering(string file)
    {
        if (file.StartsWith("Parsing/", StringComparison.Ordinal) || file.StartsWith("Rendering/", StringComparison.Ordinal)) return;
        Assert.DoesNotMatch(@"\b(YamlDotNet|Markdig|Scriban|AngleSharp)\b", Code(file));
    }

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
            .Where(use => (Worldly.Contains(use.Type) && use.Member != "get_CurrentManagedThreadId") || (use.Type.StartsWith("System.", StringComparison.Ordinal) && Clocks.Contains(use.Member)));
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

    private static IEnumerable<string> Referenced(Type type) => type.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>A file's code without its comments.</summary>
    private static string Code(string file) =>
        string.Join('\n', File.ReadAllLines(Path.Combine(Compiler, file)).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<![\w.""/])(?:Explainers\.)?(Incremental|Sources|Diagnostics|Parsing|Binding|Checking|Blocks|Rendering)\.[A-Z]|(?<=using Explainers\.)(Incremental|Sources|Diagnostics|Parsing|Binding|Checking|Blocks|Rendering);")]
    private static partial Regex RoomReference();
}
