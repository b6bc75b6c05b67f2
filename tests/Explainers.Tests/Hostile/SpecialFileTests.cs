using System.Formats.Tar;
using System.Net.Sockets;

namespace Explainers.Tests.Hostile;

/// <summary>What is no file, or more than a machine can hold, is refused before it is opened.</summary>
public sealed class SpecialFileTests
{
    private const string Site = "title: A site\ndescription: D\nbase_url: https://example.org/\n";

    [Theory]
    [InlineData("input/articles/x.md")]
    [InlineData("input/facts/x.yaml")]
    [InlineData("input/images/x.png")]
    [InlineData("input/articles/unread")]
    [InlineData("theme/assets/x.css")]
    public void A_pipe_is_a_finding_and_nobody_waits_for_it(string path)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no named pipes in folders.");
        using var scratch = Small();
        Pipe(Path.Combine(scratch.Folder, path));
        var run = scratch.Run("check");
        Assert.Contains($"{path}:1:1 error not-a-file: this is a named pipe", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(1, run.Status);
    }

    [Fact]
    public void A_pipe_in_the_place_of_the_settings_is_a_finding()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no named pipes in folders.");
        using var scratch = new Scratch();
        Pipe(Path.Combine(scratch.Folder, "input/site.yaml"));
        Assert.Contains("not-a-file", scratch.Run("check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_socket_is_a_finding()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows shows sockets as links.");
        using var scratch = Small();
        scratch.Write("input/articles/.keep", "");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(scratch.Folder, "input/articles/x.md")));
        Assert.Contains("error not-a-file: this is a socket", scratch.Run("check").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input/facts/x.yaml", 100L << 20)]
    [InlineData("input/articles/x.md", 5L << 20)]
    [InlineData("input/images/x.png", 8L << 30)]
    [InlineData("input/site.yaml", 8L << 30)]
    [InlineData("theme/assets/x.css", 8L << 30)]
    public void A_huge_file_is_refused_before_it_is_read(string path, long length)
    {
        using var scratch = Small();
        scratch.Write(path, "");
        using (var file = File.OpenWrite(Path.Combine(scratch.Folder, path))) file.SetLength(length);
        var before = GC.GetTotalAllocatedBytes();
        var run = scratch.Run("check");
        Assert.Contains("error too-large: this file has", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Status);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 1 << 30);
    }

    [Fact]
    public void A_huge_file_that_nothing_reads_is_left_alone()
    {
        using var scratch = Small();
        scratch.Write("input/film.mov", "");
        using (var file = File.OpenWrite(Path.Combine(scratch.Folder, "input/film.mov"))) file.SetLength(8L << 30);
        Assert.Equal(0, scratch.Run("check").Status);
    }

    [Fact]
    public void A_folder_without_rights_is_a_message()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are other things on Windows.");
        if (OperatingSystem.IsWindows()) return;
        if (Environment.IsPrivilegedProcess) Assert.Skip("The tests run as a user who may read everything.");
        using var scratch = Small();
        scratch.Write("input/articles/x/y.md", "");
        var folder = Path.Combine(scratch.Folder, "input/articles/x");
        File.SetUnixFileMode(folder, UnixFileMode.None);
        var run = scratch.Run("check");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.StartsWith("error unreadable-file: input/articles/x cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Status);
    }

    /// <summary>Makes a named pipe, as one comes out of an archive.</summary>
    internal static void Pipe(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(
            new PaxTarEntry(TarEntryType.Fifo, "pipe"));
        archive.Position = 0;
        using var reader = new TarReader(archive);
        reader.GetNextEntry()!.ExtractToFile(path, overwrite: false);
    }

    private static Scratch Small()
    {
        var scratch = new Scratch();
        scratch.Write("input/site.yaml", Site);
        return scratch;
    }
}
