using System.Buffers;
using System.Text.RegularExpressions;

namespace Explainers.Binding;

/// <summary>What stands in a page once a reader has asked for it.</summary>
internal enum EmbedForm
{
    /// <summary>A frame with a page of the service.</summary>
    Frame,

    /// <summary>A film.</summary>
    Video,

    /// <summary>A recording.</summary>
    Audio,
}

/// <summary>Something of another site that a page can show.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Content">The address of what is shown.</param>
/// <param name="Form">What shows it.</param>
internal sealed record EmbedAddress(string Service, string Content, EmbedForm Form = EmbedForm.Frame)
{
    /// <summary>Whether it is a file of the site itself.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The site that it comes from: <c>https://player.vimeo.com</c>.</summary>
    public string Origin => new Uri(Content).GetLeftPart(UriPartial.Authority);

    /// <summary>The name of that site.</summary>
    public string Host => new Uri(Content).Authority;
}

/// <summary>Reads the addresses that people copy from their browsers, kind by kind; null for one that is not of the kind.</summary>
internal static partial class EmbedAddresses
{
    /// <summary>A film of YouTube, Vimeo or PeerTube, or a file.</summary>
    public static EmbedAddress? Video(string url) =>
        YouTube(url) ?? Vimeo(url) ?? PeerTube(url) ?? File(url, FilmFile(), EmbedForm.Video);

    /// <summary>A recording, which is a file.</summary>
    public static EmbedAddress? Audio(string url) => File(url, SoundFile(), EmbedForm.Audio);

    /// <summary>A post of Bluesky or Mastodon.</summary>
    public static EmbedAddress? Post(string url) => BlueskyPost().Match(url) is { Success: true } post
        ? new EmbedAddress(
            "Bluesky", $"https://embed.bsky.app/embed/{post.Groups["who"].Value}/app.bsky.feed.post/{post.Groups["id"].Value}")
        : MastodonPost().Match(url) is { Success: true } toot
            ? new EmbedAddress("Mastodon", $"{toot.Groups["post"].Value}/embed")
            : null;

    /// <summary>A chart, map or table of Datawrapper.</summary>
    public static EmbedAddress? Datawrapper(string url) => Chart().Match(url) is { Success: true } chart
        ? new EmbedAddress("Datawrapper", $"https://datawrapper.dwcdn.net/{chart.Groups["id"].Value}/"
            + (chart.Groups["version"].Success ? $"{chart.Groups["version"].Value}/" : ""))
        : null;

    /// <summary>What would end an address where a policy lists it.</summary>
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \"'<>;,");

    /// <summary>Any page.</summary>
    public static EmbedAddress? Frame(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var page)
            && !url.AsSpan().ContainsAny(Unsafe) ? new EmbedAddress(page.Host, url) : null;

    private static EmbedAddress? YouTube(string url)
    {
        if (YouTubeFilm().Match(url) is not { Success: true } film) return null;
        var start = StartSecond().Match(url) is { Success: true } second ? $"&start={second.Groups["start"].Value}" : "";
        return new EmbedAddress("YouTube", $"https://www.youtube-nocookie.com/embed/{film.Groups["id"].Value}?autoplay=1{start}");
    }

    private static EmbedAddress? Vimeo(string url) => VimeoFilm().Match(url) is { Success: true } film
        ? new EmbedAddress("Vimeo", $"https://player.vimeo.com/video/{film.Groups["id"].Value}?dnt=1&autoplay=1"
            + (film.Groups["key"].Success ? $"&h={film.Groups["key"].Value}" : ""))
        : null;

    private static EmbedAddress? PeerTube(string url) => PeerTubeFilm().Match(url) is { Success: true } film
        ? new EmbedAddress("PeerTube", $"{film.Groups["site"].Value}/videos/embed/{film.Groups["id"].Value}?autoplay=1")
        : null;

    private static EmbedAddress? File(string url, Regex names, EmbedForm form)
    {
        if (!names.IsMatch(url)) return null;
        if (Frame(url) is { } remote) return remote with { Form = form };
        return url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)
            ? null
            : new EmbedAddress("", url, form) { IsOwn = true };
    }

    [GeneratedRegex(
        @"\Ahttps?://(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/)|youtu\.be/)"
        + @"(?<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")]
    private static partial Regex YouTubeFilm();

    [GeneratedRegex(@"[?&](?:t|start)=(?<start>[0-9]{1,6})s?(?:&|#|$)")]
    private static partial Regex StartSecond();

    [GeneratedRegex(@"\Ahttps?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?<id>[0-9]{5,12})(?:/(?<key>[0-9a-f]{6,16}))?(?:[?#].*)?\z")]
    private static partial Regex VimeoFilm();

    [GeneratedRegex(@"\A(?<site>https://[a-z0-9.-]+(?::[0-9]+)?)/(?:w|videos/watch|videos/embed)/(?<id>[A-Za-z0-9-]{6,40})/?(?:[?#].*)?\z")]
    private static partial Regex PeerTubeFilm();

    [GeneratedRegex(@"\Ahttps://bsky\.app/profile/(?<who>[A-Za-z0-9.:-]{3,250})/post/(?<id>[a-z0-9]{5,20})/?(?:[?#].*)?\z")]
    private static partial Regex BlueskyPost();

    [GeneratedRegex(@"\A(?<post>https://[a-z0-9.-]+(?::[0-9]+)?/@[A-Za-z0-9_.-]+(?:@[A-Za-z0-9.-]+)?/[0-9]{5,30})(?:/embed)?/?\z")]
    private static partial Regex MastodonPost();

    [GeneratedRegex(
        @"\Ahttps://(?:datawrapper\.dwcdn\.net|(?:www\.|app\.)?datawrapper\.de/_)/(?<id>[A-Za-z0-9]{5})(?:/(?<version>[0-9]{1,5}))?/?\z")]
    private static partial Regex Chart();

    [GeneratedRegex(@"\.(?:mp4|m4v|webm|ogv)\z", RegexOptions.IgnoreCase)]
    private static partial Regex FilmFile();

    [GeneratedRegex(@"\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)\z", RegexOptions.IgnoreCase)]
    private static partial Regex SoundFile();
}
