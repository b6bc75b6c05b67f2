using System.Text;

namespace Explainers.Tests;

/// <summary>The site of tests/fixture, built once for every test that only looks at what came out.</summary>
internal static class BuiltSite
{
    private static readonly Lazy<(Run Run, SortedDictionary<string, byte[]> Files)> Built = new(() =>
    {
        using var site = Scratch.OfFixture();
        return (site.Run("build", "--strict"), site.FilesOf("output"));
    });

    /// <summary>What the build said.</summary>
    public static Run Run => Built.Value.Run;

    /// <summary>Every file of the output with its bytes, by path.</summary>
    public static SortedDictionary<string, byte[]> Files
    {
        get
        {
            Assert.True(Run.Status == 0, Run.Error);
            return Built.Value.Files;
        }
    }

    /// <summary>Reads a file of the output.</summary>
    public static string Read(string path) => Encoding.UTF8.GetString(Files[path]);
}
