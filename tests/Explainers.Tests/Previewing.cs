using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Explainers.Cli;
using Explainers.Cli.Invocation;

namespace Explainers.Tests;

/// <summary>A preview that runs beside the test, on a folder of its own.</summary>
internal sealed partial class Previewing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _stop = new();
    private readonly StringBuilder _words = new();
    private readonly TextWriter _error;
    private readonly Task<int> _run;

    private Previewing(string folder, TimeProvider? clock, string[] arguments)
    {
        var error = _error = TextWriter.Synchronized(new StringWriter(_words) { NewLine = "\n" });
        _run = Task.Factory.StartNew(
            () => Application.Run(["preview", .. clock is null ? ["--today", "2026-11-23"] : Array.Empty<string>(), .. arguments],
                new CliEnvironment(TextWriter.Null, error, folder, clock ?? TimeProvider.System) { Stop = _stop.Token }),
            TaskCreationOptions.LongRunning);
    }

    /// <summary>Where the site is shown.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What it has said.</summary>
    public string Words
    {
        get
        {
            // The writer locks itself while it writes.
            lock (_error) return _words.ToString();
        }
    }

    /// <summary>Starts a preview, and waits until it shows the site.</summary>
    public static Task<Previewing> StartAsync(string folder, params string[] arguments) => StartAsync(folder, null, arguments);

    /// <summary>Starts a preview that goes by a clock, and waits until it shows the site.</summary>
    public static async Task<Previewing> StartAsync(string folder, TimeProvider? clock, params string[] arguments)
    {
        var preview = new Previewing(folder, clock, arguments.Contains("--port") ? arguments : ["--port", FreePort.Find(), .. arguments]);
        await Until(() => preview._run.IsCompleted || ShownAt().IsMatch(preview.Words));
        Assert.False(preview._run.IsCompleted, preview.Words);
        preview.Address = new Uri(ShownAt().Match(preview.Words).Groups[1].Value);
        return preview;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        var end = DateTime.UtcNow + Patience;
        while (!isSo())
        {
            Assert.True(DateTime.UtcNow < end, "It did not come about.");
            await Task.Delay(10);
        }
    }

    /// <summary>What a path is answered with.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? with = null)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        with?.Invoke(request);
        return await client.SendAsync(request);
    }

    /// <summary>The text at a path.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Waits until a page has some words, or has them no more.</summary>
    public async Task UntilPage(string path, string words, bool has = true)
    {
        var end = DateTime.UtcNow + Patience;
        while ((await TextAsync(path)).Contains(words, StringComparison.Ordinal) != has)
        {
            Assert.True(DateTime.UtcNow < end, $"{path} {(has ? "has not" : "still has")} '{words}'. {Words}");
            await Task.Delay(10);
        }
    }

    /// <summary>Follows a page as a browser does.</summary>
    public async Task<Follower> FollowAsync(string page)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture,
            $"ws://{Address.Authority}/_preview/live?page={Uri.EscapeDataString(page)}&hash=none")), CancellationToken.None);
        return new Follower(socket);
    }

    /// <summary>Ends the preview as Ctrl-C does.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    [GeneratedRegex("The site is at (http://[^ ]+) ")]
    private static partial Regex ShownAt();

    /// <summary>A page that is told of changes.</summary>
    internal sealed class Follower(ClientWebSocket socket) : IDisposable
    {
        /// <summary>The first message from now on that is as wanted.</summary>
        public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> isWanted)
        {
            using var limit = new CancellationTokenSource(Patience);
            while (true)
            {
                using var bytes = new MemoryStream();
                var buffer = new byte[16 * 1024];
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                    bytes.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                var message = JsonDocument.Parse(bytes.ToArray()).RootElement;
                if (isWanted(message)) return message;
            }
        }

        /// <inheritdoc />
        public void Dispose() => socket.Dispose();
    }
}
