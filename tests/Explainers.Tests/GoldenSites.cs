using System.Text;
using System.Text.RegularExpressions;

namespace Explainers.Tests;

/// <summary>
/// Every folder of tests/sites is a case: its input (and theme, and whatever else stands in it) is copied, the command line is run there
/// with the words of the file <c>arguments</c> (or none), and what comes out must be what stands in <c>expected</c>: findings.txt and,
/// where it is there, every file of output, or those alone that the file <c>shown</c> names. A file <c>*.txtar</c> there is a case of
/// findings alone, see <see cref="GoldenCase"/>. With UPDATE_GOLDEN=1 what comes out becomes what is expected.
/// </summary>
public sealed partial class GoldenSites
{
    internal static readonly string Sites = Path.Combine(RepositoryRoot.Path, "tests", "sites");
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Cases() =>
        [.. Directory.EnumerateDirectories(Sites).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_site_compiles_to_what_is_expected(string name)
    {
        var folder = Path.Combine(Sites, name);
        using var scratch = new Scratch();
        Scratch.Copy(folder, scratch.Folder);
        var run = scratch.Run(Arguments(folder));
        var actual = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["findings.txt"] = Report(run) };
        if (HasOutput(folder))
        {
            foreach (var (path, bytes) in scratch.FilesOf("output")
                .Where(file => IsShown(folder, file.Key))) actual.Add($"output/{path}", bytes);
        }
        if (IsUpdating) Update(folder, actual);
        Compare(Scratch.Files(Path.Combine(folder, "expected")), actual);
    }

    /// <summary>Small cases in one file each.</summary>
    public static TheoryData<string> SmallCases() =>
        [.. Directory.EnumerateFiles(Sites, $"*{GoldenCase.Extension}").Select(Path.GetFileName).OfType<string>()
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SmallCases))]
    public void A_small_site_gives_the_findings_that_are_expected(string name)
    {
        var small = GoldenCase.Read(Path.Combine(Sites, name));
        using var scratch = new Scratch();
        small.Fill(scratch);
        var report = Encoding.UTF8.GetString(Report(scratch.Run(small.Arguments())));
        if (IsUpdating) small.Update(report);
        else Assert.Equal(small.Expected, report);
    }

    internal static string[] Arguments(string folder)
    {
        var file = Path.Combine(folder, "arguments");
        return File.Exists(file) ? File.ReadAllText(file).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) : [];
    }

    /// <summary>A case shows its whole output where it says so with a folder expected/output.</summary>
    internal static bool HasOutput(string folder) => Directory.Exists(Path.Combine(folder, "expected", "output"));

    internal static bool IsShown(string folder, string path) =>
        !File.Exists(Path.Combine(folder, "shown")) || File.ReadAllLines(Path.Combine(folder, "shown"))
            .Contains(path, StringComparer.Ordinal);

    /// <summary>
    /// Data, findings and exit status; the summary's counts of pages are left out, since every new kind of page changes them.
    /// </summary>
    internal static byte[] Report(Run run) => Encoding.UTF8.GetBytes($"{run.Output}{Summary().Replace(run.Error, "")}exit {run.Status}\n");

    [GeneratedRegex(@"^\d+ pages?, \d+ files?; .*\n(   .*\n)?", RegexOptions.Multiline)]
    private static partial Regex Summary();

    private static void Update(string folder, SortedDictionary<string, byte[]> actual)
    {
        var expected = Path.Combine(folder, "expected");
        if (Directory.Exists(expected)) Directory.Delete(expected, recursive: true);
        foreach (var (path, bytes) in actual)
        {
            var full = Path.Combine(expected, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }
    }

    private static void Compare(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        foreach (var (path, bytes) in actual)
        {
            Assert.True(expected.TryGetValue(path, out var wanted),
                $"{path} came out and is not expected:\n{Encoding.UTF8.GetString(bytes)}");
            if (!bytes.AsSpan().SequenceEqual(wanted)) Assert.Equal(Encoding.UTF8.GetString(wanted!), Encoding.UTF8.GetString(bytes));
        }
        Assert.Equal(expected.Keys, actual.Keys);
    }
}
