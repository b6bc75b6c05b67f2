using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Hosting;

/// <summary>A file of a site's folder as it was found.</summary>
/// <param name="Below">Its path below the folder, with forward slashes.</param>
/// <param name="Shown">Its path as messages show it.</param>
/// <param name="Real">Its path on the disk, without links.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Written">When it was written last.</param>
/// <param name="IsPart">Whether something reads it; of other files the name is enough.</param>
internal sealed record SourceEntry(string Below, string Shown, string Real, long Length, DateTime Written, bool IsPart)
{
    /// <summary>The content, or why there is none: a finding about the site, or a refusal of the disk.</summary>
    public (SourceFile? File, Diagnostic? Finding, Diagnostic? Refusal) Read()
    {
        try
        {
            if (Length == 0 && SpecialFile.Kind(Real) is { } kind) return (null, Catalog.NotAFile(At(Below, Shown), kind), null);
            if (!IsPart) return (new SourceFile(Below, Shown, ReadOnlyMemory<byte>.Empty), null, null);
            var limit = SourceLimits.Of(Below);
            if (Length > limit)
            {
                var what = $"this file has {SourceLimits.Shown(Length)}, and {SourceLimits.Shown(limit)} are the most that is read";
                return (null, Catalog.TooLarge(At(Below, Shown), what, SourceLimits.Hint(Below)), null);
            }
            return (new SourceFile(Below, Shown, Length == 0 ? ReadOnlyMemory<byte>.Empty : Content()), null, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, null, Catalog.UnreadableFile(Shown, Why(exception)));
        }
    }

    /// <summary>The place of a finding about something that is not read.</summary>
    public static FileSpan At(string below, string shown) => FileSpan.StartOf(new SourceFile(below, shown, ReadOnlyMemory<byte>.Empty));

    /// <summary>Why the disk did not give something, without paths of this machine.</summary>
    public static string Why(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "the user of this run has no right to",
        FileNotFoundException or DirectoryNotFoundException => "it is not there any more",
        _ => exception.Message,
    };

    /// <summary>As many bytes as the file had when it was found: one that grows meanwhile takes no more memory than that.</summary>
    private ReadOnlyMemory<byte> Content()
    {
        using var handle = File.OpenHandle(Real, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[Length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var more) read += more;
        return bytes.AsMemory(0, read);
    }
}
