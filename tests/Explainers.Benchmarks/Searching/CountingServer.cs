using System.IO.Compression;
using System.Net;

namespace Explainers.Benchmarks.Searching;

/// <summary>Serves a folder on this machine as a web host does, texts compressed by gzip, and counts what it sends.</summary>
internal sealed class CountingServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _sent = new(StringComparer.Ordinal);

    /// <summary>Begins to serve a folder.</summary>
    public CountingServer(string folder, int port)
    {
        _folder = folder;
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The address of the folder.</summary>
    public string Address { get; }

    /// <summary>Gives what was sent since the last call: the bytes of bodies by path.</summary>
    public IReadOnlyDictionary<string, long> Take()
    {
        lock (_lock)
        {
            var taken = new Dictionary<string, long>(_sent, StringComparer.Ordinal);
            _sent.Clear();
            return taken;
        }
    }

    /// <summary>How many bytes a text has when it is sent.</summary>
    public long Size(string path) => Zipped(File.ReadAllBytes(Path.Join(_folder, path))).Length;

    /// <inheritdoc />
    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The server is being stopped, or the browser went away.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var file = Path.Join(_folder, path.EndsWith('/') ? $"{path}index.html" : path);
        using var response = context.Response;
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            return;
        }
        var bytes = File.ReadAllBytes(file);
        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            _ => "application/octet-stream",
        };
        if (!response.ContentType.StartsWith("application/octet", StringComparison.Ordinal))
        {
            bytes = Zipped(bytes);
            response.Headers["Content-Encoding"] = "gzip";
        }
        lock (_lock) _sent[path] = _sent.GetValueOrDefault(path) + bytes.Length;
        response.Headers["Cache-Control"] = "no-store";
        response.OutputStream.Write(bytes);
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
