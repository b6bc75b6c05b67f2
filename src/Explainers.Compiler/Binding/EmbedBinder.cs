using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Something of another site that is shown once a reader asks for it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Address">What is shown.</param>
/// <param name="Url">Where a reader without scripts is led: the address as it was written.</param>
/// <param name="Title">What it is, in the writer's words.</param>
/// <param name="Span">The block in its file.</param>
internal sealed record BoundEmbedPart(
    string Block, EmbedAddress Address, string Url, EquatableArray<BodyPart> Title, FileSpan Span) : BodyPart
{
    /// <summary>The picture that stands in its place, or null.</summary>
    public BoundImagePart? Picture { get; init; }

    /// <summary>The file with what is said in a film, or null.</summary>
    public string? Captions { get; init; }

    /// <summary>The language of that file, where its name says it: <c>talk.de.vtt</c>.</summary>
    public string? CaptionsLanguage { get; init; }

    /// <summary>Where readers find what is said, in writing, or null.</summary>
    public string? Transcript { get; init; }

    /// <summary>How high it is, in pixels, or null for the usual height.</summary>
    public int? Height { get; init; }
}

/// <summary>Binds blocks that show something of another site.</summary>
internal static class EmbedBinder
{
    private const string Url = "url";
    private const string Title = BlockSyntax.TitleOption;
    private const string Picture = "picture";
    private const string Captions = "captions";
    private const string Height = "height";
    private const string Transcript = "transcript";

    /// <summary>Stands among the kinds of assets of a page that plays a film or recording of the site itself.</summary>
    public const string OwnMedia = ".media";

    /// <summary>What such a block is told.</summary>
    public static readonly ImmutableArray<string> Texts = [Url, Title, Picture, Height];

    /// <summary>What a block with a film is told.</summary>
    public static readonly ImmutableArray<string> FilmTexts = [Url, Title, Picture, Captions, Transcript];

    /// <summary>What a block with a recording is told.</summary>
    public static readonly ImmutableArray<string> SoundTexts = [Url, Title, Picture, Height, Transcript];

    /// <summary>The files that a block names, as they are written.</summary>
    public static IEnumerable<string> Files(BlockSyntax block) =>
        block.Options.Where(option => option.Name.Text is Picture).Select(option => option.Value.Text);

    /// <summary>Binds a block; what is missing or not of its kind is reported, and the block left out.</summary>
    public static BodyPart Bind(
        BlockSyntax block, BlockKind kind, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!AreKnown(block, kind, findings)) return new HtmlPart("");
        var (url, title) = (Option(block, Url), Option(block, Title));
        if (url is null || string.IsNullOrWhiteSpace(title?.Text))
        {
            findings.Add(Catalog.BlockMismatch(
                block.Span,
                url is null ? $"the block '{kind.Name}' has no address" : $"the block '{kind.Name}' has no title",
                $"write {{{{ {kind.Name} url: \"https://…\" title: \"What it shows\" }}}}"));
            return new HtmlPart("");
        }
        if (kind.Embed!(url.Text) is not { } address)
        {
            findings.Add(Catalog.BlockMismatch(
                url.Span, $"the block '{kind.Name}' shows {kind.Shown}, and this is the address of none", Meant(url.Text, kind, scope)));
            return new HtmlPart("");
        }
        if (address.IsOwn) address = address with { Content = Target(url, article, scope, findings) };
        var captions = CaptionsOf(block, address, findings);
        return new BoundEmbedPart(
            kind.Name,
            address,
            address.IsOwn ? address.Content : url.Text,
            ArticleBinder.Text(block.Title!, scope, findings),
            block.Span)
        {
            Picture = Option(block, Picture) is { } picture ? PictureOf(picture, article, scope, findings) : null,
            Captions = captions is null ? null : Target(captions, article, scope, findings),
            CaptionsLanguage = captions is null ? null : LanguageOf(captions.Text),
            Transcript = Option(block, Transcript) is { } transcript ? Target(transcript, article, scope, findings) : null,
            Height = Option(block, Height) is { } height ? HeightOf(height, findings) : null,
        };
    }

    private static ScalarSyntax? Option(BlockSyntax block, string name) =>
        block.Options.FirstOrDefault(option => option.Name.Text == name)?.Value;

    private static bool AreKnown(BlockSyntax block, BlockKind kind, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var option in block.Options.Where(option => !kind.Texts.Contains(option.Name.Text)))
            findings.Add(Catalog.BlockMismatch(
                option.Name.Span,
                $"the block '{kind.Name}' has no option '{option.Name.Text}'",
                Catalog.DidYouMean(Nearest.To(option.Name.Text, kind.Texts)) ?? $"it has {string.Join(", ", kind.Texts)}"));
        if (block.Arguments.IsEmpty) return true;
        findings.Add(Catalog.BlockMismatch(block.Span, $"the block '{kind.Name}' shows no facts", "name an address behind 'url:'"));
        return false;
    }

    /// <summary>The block that an address is of, if another one takes it.</summary>
    private static string? Meant(string url, BlockKind kind, Scope scope)
    {
        var other = scope.Blocks.Select(scope.Block).OfType<BlockKind>()
            .Where(known => known.Embed is not null && known.Name is not "frame").FirstOrDefault(known => known.Embed!(url) is not null);
        if (other is not null) return $"write {{{{ {other.Name} url: … }}}}";
        return EmbedAddresses.Frame(url) is not null && kind.Name != "frame" ? "'frame' shows a page of any site"
            : url.StartsWith("http://", StringComparison.Ordinal) ? "write https://: browsers load nothing else in a page"
            : null;
    }

    /// <summary>The file with what is said in a film of the site; no other film has use for one.</summary>
    private static ScalarSyntax? CaptionsOf(BlockSyntax block, EmbedAddress address, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (Option(block, Captions) is not { } captions || address.IsOwn) return Option(block, Captions);
        findings.Add(Catalog.BlockMismatch(
            captions.Span,
            "a film of another site brings its own captions",
            "remove 'captions:', or put the film into public/"));
        return null;
    }

    /// <summary>The language before the ending of a file's name.</summary>
    private static string? LanguageOf(string file) => file.Split('.') is [_, .., { Length: 2 } language, _] ? language : null;

    private static string Target(ScalarSyntax file, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (BodyLinks.Fault(file.Text, isImage: false, file.Span) is not { } fault)
            return LinkBinder.Url(new LinkPart(file.Text, file.Span), article, scope, findings) ?? Routes.Home;
        findings.Add(fault);
        return Routes.Home;
    }

    private static BoundImagePart PictureOf(
        ScalarSyntax picture, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        ImmutableArray<BodyPart> decoration = [];
        return PhotographBinder.Bind(
            new ImagePart(picture.Text, decoration, null, ImagePlacement.Alone, picture.Span), article, scope, findings);
    }

    private static int? HeightOf(ScalarSyntax height, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (int.TryParse(height.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels is >= 50 and <= 3000)
            return pixels;
        findings.Add(Catalog.InvalidValue(height.Span, height.Text, "a height in pixels, from 50 to 3000"));
        return null;
    }
}
