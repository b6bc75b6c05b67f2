using System.Text;
using Explainers.Cli.Serving;

namespace Explainers.BrowserTests.Serving;

/// <summary>What a static host answers when it is asked for a path.</summary>
internal sealed record Answer(string Status, string ContentType, byte[] Body, string? Location = null)
{
    /// <summary>Finds the answer among the files of a folder: a file, a folder's index.html, or 404.html.</summary>
    public static Answer For(string folder, string path)
    {
        var file = Path.GetFullPath(Path.Join(folder, path));
        if (!file.StartsWith(folder, StringComparison.Ordinal) || Path.GetFileName(file).StartsWith('_')) return Missing(folder);
        if (path.EndsWith('/')) file = Path.Join(file, "index.html");
        if (File.Exists(file)) return new Answer("200 OK", ContentTypes.Of(file), File.ReadAllBytes(file));
        if (Directory.Exists(file)) return new Answer("301 Moved Permanently", ContentTypes.Of(".txt"), [], path + "/");
        return Missing(folder);
    }

    /// <summary>The bytes that go over the wire.</summary>
    public byte[] ToBytes(IEnumerable<string> headers)
    {
        var head = new StringBuilder();
        head.Append("HTTP/1.1 ").Append(Status).Append("\r\n");
        foreach (var header in headers) head.Append(header).Append("\r\n");
        if (Location is not null) head.Append("Location: ").Append(Location).Append("\r\n");
        head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        head.Append("Content-Length: ").Append(Body.Length).Append("\r\n");
        head.Append("Connection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. Body];
    }

    private static Answer Missing(string folder)
    {
        var page = Path.Join(folder, "404.html");
        return new Answer("404 Not Found", ContentTypes.Of(page), File.Exists(page) ? File.ReadAllBytes(page) : []);
    }
}
