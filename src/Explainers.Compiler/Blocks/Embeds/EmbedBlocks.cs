using Explainers.Binding;

namespace Explainers.Blocks.Embeds;

/// <summary>What stands on other sites: a picture of ours and a button, and nothing from elsewhere before a reader presses it.</summary>
internal static class EmbedBlocks
{
    public static readonly BlockKind Audio = Of("audio", "a recording in a file", EmbedAddresses.Audio) with
    {
        Texts = EmbedBinder.SoundTexts,
    };

    public static readonly BlockKind Datawrapper = Of("datawrapper", "a chart, map or table of Datawrapper", EmbedAddresses.Datawrapper);

    public static readonly BlockKind Frame = Of("frame", "a page of any site that begins with https://", EmbedAddresses.Frame);

    public static readonly BlockKind Post = Of("post", "a post of Bluesky or Mastodon", EmbedAddresses.Post);

    public static readonly BlockKind Video = Of("video", "a film of YouTube, Vimeo or PeerTube, or in a file", EmbedAddresses.Video) with
    {
        Texts = EmbedBinder.FilmTexts,
    };

    /// <summary>The services of the site, which a page on privacy lists.</summary>
    public static readonly BlockKind Services = new("services", "the services that pages talk to", static _ => false)
    {
        StandsAlone = true,
    };

    private static BlockKind Of(string name, string shown, Func<string, EmbedAddress?> address) => new(name, shown, static _ => false)
    {
        Embed = address,
        Texts = EmbedBinder.Texts,
    };
}
