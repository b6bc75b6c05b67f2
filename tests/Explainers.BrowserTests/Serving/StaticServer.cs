using System.Net;
using System.Net.Sockets;
using Explainers.Cli.Serving;

namespace Explainers.BrowserTests.Serving;

/// <summary>Serves a folder on a free port of this machine, with the headers that its <c>_headers</c> file asks for.</summary>
internal sealed class StaticServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Lazy<HeaderRules> _headers;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    /// <summary>Begins to serve a folder, which may still be empty.</summary>
    public StaticServer(string folder)
    {
        _folder = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        _headers = new Lazy<HeaderRules>(() => HeaderRules.Parse(File.ReadAllText(Path.Join(_folder, "_headers"))));
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/");
        _accepting = AcceptAsync();
    }

    /// <summary>The address of the folder.</summary>
    public Uri Address { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The server is being stopped.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            if (await reader.ReadLineAsync(_stop.Token) is not { } request) return;
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
            {
                // The headers of a request change nothing here, but unread bytes would reset the connection.
            }
            var path = Uri.UnescapeDataString(request.Split(' ')[1].Split('?')[0]);
            await stream.WriteAsync(Answer.For(_folder, path)
                .ToBytes(_headers.Value.Of(path).Select(header => $"{header.Key}: {header.Value}")), _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The browser went away, or the server is being stopped: nobody waits for this answer.
        }
    }
}
