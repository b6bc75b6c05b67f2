using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Threading.Channels;
using Explainers.Cli.Serving;
using Explainers.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Explainers.Cli.Preview;

/// <summary>
/// Serves the newest snapshot on this machine and to nobody else, with the headers of the deploy, and tells open pages of changes.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>What the addresses of the preview's own files begin with.</summary>
    public const string OverlayRoot = "/_preview/";

    private const int MostPorts = 50;
    private readonly WebApplication _application;
    private readonly PreviewSession _session;
    private readonly PageMessage _messages;
    private readonly CancellationTokenSource _stop = new();

    private PreviewServer(PreviewSession session, EditorLink editor, int port)
    {
        (_session, _messages, Port) = (session, new PageMessage(session, editor), port);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _application = builder.Build();
        _application.UseWebSockets();
        _application.Run(AnswerAsync);
    }

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Where the site is to be seen.</summary>
    public string Address => $"http://127.0.0.1:{Port}{_session.Snapshot.Prefix}/";

    /// <summary>Begins to serve on a port, or on the next that is free.</summary>
    /// <returns>The server, or null where none of many ports is free.</returns>
    public static async Task<PreviewServer?> StartAsync(PreviewSession session, EditorLink editor, int port)
    {
        for (var tried = port; tried < port + MostPorts && tried <= ushort.MaxValue; tried++)
        {
            if (!IsFree(tried)) continue;
            var server = new PreviewServer(session, editor, tried);
            try
            {
                await server._application.StartAsync();
                return server;
            }
            catch (IOException)
            {
                // Somebody took it in between.
                await server._application.DisposeAsync();
            }
        }
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _application.StopAsync(limit.Token);
        await _application.DisposeAsync();
        _stop.Dispose();
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            var door = new PreviewDoor(context.Request, Port);
            PreviewDoor.Guard(context.Response.Headers);
            if (!door.IsForUs)
                await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "The preview answers to 127.0.0.1 and localhost only.");
            else if (!door.IsFromUs)
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "The preview shows drafts, and answers its own pages only.");
            else
                await AnswerOursAsync(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !context.Response.HasStarted)
        {
            var words = $"This is a fault of the preview, not of your site: {exception.Message}";
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, words);
        }
    }

    private async Task AnswerOursAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == OverlayRoot + "live") await LiveAsync(context);
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "The preview is to be read.");
        else if (request.Path.Value!.StartsWith(OverlayRoot, StringComparison.Ordinal)) await OverlayAsync(context);
        else await PageAsync(context);
    }

    private static async Task RefuseAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(words);
    }

    /// <summary>Answers with a file of the preview itself.</summary>
    private static async Task OverlayAsync(HttpContext context)
    {
        var name = context.Request.Path.Value![OverlayRoot.Length..];
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"overlay/{name}");
        if (file is null)
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, "There is no such file.");
            return;
        }
        context.Response.ContentType = ContentTypes.Of(name);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Answers with a file of the site.</summary>
    private async Task PageAsync(HttpContext context)
    {
        var (snapshot, path) = (_session.Snapshot, context.Request.Path.Value!);
        var page = _session.Page(Below(snapshot, path));
        if (page is null && !_session.State.IsCurrent) snapshot = await _session.CurrentAsync(context.RequestAborted);
        if (snapshot.Prefix.Length > 0 && path == "/")
        {
            context.Response.Redirect(snapshot.Prefix + "/");
            return;
        }
        var url = Below(snapshot, path);
        foreach (var (name, value) in snapshot.Headers.Of(path).Where(header => !PreviewDoor.Opens(header.Key)))
            context.Response.Headers.Append(name, value);
        if ((page ?? PageMessage.Shown(snapshot, url)?.Page) is { } shown)
        {
            await HtmlAsync(context, shown, path);
        }
        else if (snapshot.File(url) is { } file)
        {
            // Browsers ask for films and recordings piece by piece.
            await Results.Bytes(file.Bytes, ContentTypes.Of(file.Path), enableRangeProcessing: true).ExecuteAsync(context);
        }
        else if (snapshot.Redirect(url) is { } target)
        {
            context.Response.Redirect(snapshot.Prefix + target);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            if (PageMessage.Shown(snapshot, Binding.Routes.NotFound) is { } missing) await HtmlAsync(context, missing.Page, path);
            else await RefuseAsync(context, StatusCodes.Status404NotFound, "The site has no such page.");
        }
    }

    /// <summary>The address of a path below the one that the site is published at; empty where it is none.</summary>
    private static string Below(SiteSnapshot snapshot, string path) =>
        path.StartsWith(snapshot.Prefix + "/", StringComparison.Ordinal) ? path[snapshot.Prefix.Length..] : "";

    /// <summary>Answers with a page, and with the overlay in it.</summary>
    private static async Task HtmlAsync(HttpContext context, OutputFile page, string path)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = OverlayPolicy.Allow(context.Response.Headers.ContentSecurityPolicy);
        var bytes = OverlayPolicy.AllowIn(page.Bytes).Span;
        var end = bytes.LastIndexOf("</body>"u8);
        if (end < 0) end = bytes.Length;
        var overlay =
            $"<script type=\"module\" src=\"{OverlayRoot}overlay.js\" data-page=\"{WebUtility.HtmlEncode(path)}\" "
                + $"data-hash=\"{PageMessage.Hash(page)}\"></script>\n";
        byte[] whole = [.. bytes[..end], .. Encoding.UTF8.GetBytes(overlay), .. bytes[end..]];
        await BytesAsync(context, whole);
    }

    private static async Task BytesAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Tells a page of every change, until it goes away.</summary>
    private async Task LiveAsync(HttpContext context)
    {
        var request = context.Request;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Only the pages of the preview are told of changes.");
            return;
        }
        var (url, hash) = (request.Query["page"].ToString(), request.Query["hash"].ToString());
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var opened = _session.Open.Open(Shown(), () => news.Writer.TryWrite(true));
        var closing = ClosedAsync(socket, ended);
        news.Writer.TryWrite(true);
        try
        {
            await foreach (var _ in news.Reader.ReadAllAsync(ended.Token))
            {
                if (_messages.Write(Shown(), hash) is not var (json, now)) continue;
                hash = now;
                await socket.SendAsync(json, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, ended.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The page was closed, or the preview ends.
        }
        await closing;

        string Shown() => Below(_session.Snapshot, url) is { Length: > 0 } below ? below : url;
    }

    /// <summary>Waits for the page to close the connection; what else it may say is not listened to.</summary>
    private static async Task ClosedAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, ended.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Nothing that a page says changes anything.
            }
            await ended.CancelAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            await ended.CancelAsync();
        }
    }

    /// <summary>Leaves signals to the command, which ends the server itself.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
