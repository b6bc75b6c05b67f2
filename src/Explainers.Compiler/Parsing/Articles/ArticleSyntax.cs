using System.Collections.Immutable;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>What a Markdown file becomes.</summary>
internal enum ArticleKind
{
    /// <summary>An explainer, from <c>articles/</c>.</summary>
    Explainer,

    /// <summary>A page about the site, from <c>pages/</c>.</summary>
    Page,
}

/// <summary>An article as written.</summary>
/// <param name="File">Its file; the name gives the address.</param>
/// <param name="Kind">Explainer or page.</param>
/// <param name="Slug">Its address without the slashes at its ends; a page in a folder has that before its name.</param>
/// <param name="Title">The title, which may refer to facts.</param>
/// <param name="Description">The answer in a sentence, which may refer to facts.</param>
/// <param name="Published">When it was first published.</param>
/// <param name="Expires">The last day on which it is shown.</param>
/// <param name="Updated">When it was last changed in substance.</param>
/// <param name="Topics">Ids of topics.</param>
/// <param name="About">Names of the sheets that it rests on.</param>
/// <param name="KeyFacts">Facts for the box at its top.</param>
/// <param name="Summary">The whole story in a few sentences, which may refer to facts.</param>
/// <param name="Aliases">Old addresses that lead here.</param>
/// <param name="Language">Its language, where it is not the site's.</param>
/// <param name="Plain">Words and figures that are fine as they are typed.</param>
/// <param name="IsDraft">Whether it is kept out of the site.</param>
/// <param name="Body">The Markdown.</param>
internal sealed record ArticleSyntax(
    SourceFile File,
    ArticleKind Kind,
    string Slug,
    ProseSyntax Title,
    ProseSyntax Description,
    ScalarSyntax? Published,
    ScalarSyntax? Expires,
    ScalarSyntax? Updated,
    ImmutableArray<ScalarSyntax> Topics,
    ImmutableArray<ScalarSyntax> About,
    ImmutableArray<ReferenceSyntax> KeyFacts,
    ImmutableArray<ProseSyntax> Summary,
    ImmutableArray<ScalarSyntax> Aliases,
    ScalarSyntax? Language,
    ImmutableArray<ScalarSyntax> Plain,
    bool IsDraft,
    BodySyntax Body)
{
    /// <summary>Whether the site's search finds it.</summary>
    public bool IsSearched { get; init; } = true;

    /// <summary>The date whose names and roles it gives, or null.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>What it is known by as long as it is there, or null for the address that it had first.</summary>
    public string? Id { get; init; }
    /// <summary>The warnings that it accepts.</summary>
    public ImmutableArray<Acceptance> Accepted { get; init; } = [];

    /// <summary>Who wrote it: ids of authors.</summary>
    public ImmutableArray<ScalarSyntax> Authors { get; init; } = [];

    /// <summary>Who else had a part in it.</summary>
    public ImmutableArray<ContributionSyntax> Contributions { get; init; } = [];

    /// <summary>The type of work, one of <see cref="Genres"/>, or null where it does not say.</summary>
    public string? Genre { get; init; }

    /// <summary>How its writers know what it says, or null.</summary>
    public ProseSyntax? Method { get; init; }
}

/// <summary>What somebody did with an article beside writing it.</summary>
internal enum ContributionKind : byte
{
    /// <summary>Edited it.</summary>
    Edited,

    /// <summary>Translated it.</summary>
    Translated,

    /// <summary>Checked its facts.</summary>
    FactChecked,
}

/// <summary>A part in an article, as written.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Author">The id of an author.</param>
/// <param name="Date">The day on which it was done, or null.</param>
internal sealed record ContributionSyntax(ContributionKind Kind, ScalarSyntax Author, PartialDate? Date);

/// <summary>A line of front matter or a text of a sheet that may refer to facts.</summary>
/// <param name="Parts">Text and references, in order.</param>
/// <param name="Text">What it says, or null where it is empty.</param>
/// <param name="Span">The whole value.</param>
internal sealed record ProseSyntax(ImmutableArray<BodyPart> Parts, ProseText? Text, FileSpan Span);

/// <summary>A Markdown body, turned into HTML but for what only other files can tell.</summary>
/// <param name="Parts">HTML and the holes in it, in order.</param>
/// <param name="Headings">The headings in order.</param>
/// <param name="Words">How many words it has, each reference counted as one.</param>
/// <param name="Texts">Its prose, piece by piece.</param>
internal sealed record BodySyntax(
    ImmutableArray<BodyPart> Parts,
    ImmutableArray<HeadingSyntax> Headings,
    int Words,
    ImmutableArray<ProseText> Texts)
{
    /// <summary>A body without anything, of an article of which only the front was read.</summary>
    public static readonly BodySyntax Empty = new([], [], 0, []);

    /// <summary>Addresses in its finished HTML that may be those of images: of HTML in Markdown, and of links with a scheme.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>What stands between braces that are no reference, and is written as one.</summary>
    public ImmutableArray<BracesSyntax> Braces { get; init; } = [];
}

/// <summary>A text between single braces that is written as a reference is.</summary>
/// <param name="Sheet">What would be the name of the sheet.</param>
/// <param name="Mended">The reference as it has to be written.</param>
/// <param name="Span">The braces and what they hold.</param>
internal sealed record BracesSyntax(string Sheet, string Mended, FileSpan Span);

/// <summary>A heading.</summary>
/// <param name="Level">2 for a section, 3 for a part of one.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Text">Its text without markup.</param>
/// <param name="Kind">What the section below it is for.</param>
internal sealed record HeadingSyntax(int Level, string Id, string Text, SectionKind Kind);

/// <summary>What a section of an explainer is for; written behind its heading: <c>{.unknown}</c>.</summary>
internal enum SectionKind
{
    /// <summary>It answers the question that is its heading.</summary>
    Answer,

    /// <summary>It lists what is known.</summary>
    Known,

    /// <summary>It lists what is not known.</summary>
    Unknown,

    /// <summary>It says how the explainer knows what it says.</summary>
    Method,
}

/// <summary>The link of a section to itself, which is printed in the page's language.</summary>
internal sealed record SectionLinkPart(HeadingSyntax Heading) : BodyPart;

/// <summary>The beginning of a section, whose heading is next.</summary>
internal sealed record SectionPart(SectionKind Kind) : BodyPart;

/// <summary>The end of a section.</summary>
internal sealed record SectionEndPart : BodyPart;

/// <summary>The beginning of a table, which is next.</summary>
/// <param name="Heading">The anchor of the heading above it, or null.</param>
internal sealed record TablePart(string? Heading) : BodyPart;

/// <summary>The end of a table.</summary>
internal sealed record TableEndPart : BodyPart;

/// <summary>What the caption of a table names as its source: <c>{source=sheet.name}</c>.</summary>
/// <param name="Names">Sources of sheets, or facts that rest on some.</param>
internal sealed record TableSourcePart(ImmutableArray<ReferenceSyntax> Names) : BodyPart;

/// <summary>The first use of an abbreviation, which may be a term of a sheet.</summary>
/// <param name="Word">The abbreviation.</param>
/// <param name="Span">The words that it stands among.</param>
internal sealed record AbbreviationPart(string Word, FileSpan Span) : BodyPart;

/// <summary>The box of a task.</summary>
internal sealed record TaskPart(bool IsDone) : BodyPart;

/// <summary>The mark of a footnote.</summary>
/// <param name="Number">The number of the footnote, from 1.</param>
/// <param name="Use">The number of the mark, from 1.</param>
internal sealed record NoteMarkPart(int Number, int Use) : BodyPart;

/// <summary>The beginning of the footnotes, behind the body.</summary>
internal sealed record NotesPart : BodyPart;

/// <summary>The beginning of a footnote.</summary>
internal sealed record NotePart(int Number) : BodyPart;

/// <summary>The end of a footnote.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Uses">The numbers of its marks.</param>
internal sealed record NoteEndPart(int Number, ImmutableArray<int> Uses) : BodyPart;

/// <summary>The end of the footnotes.</summary>
internal sealed record NotesEndPart : BodyPart;

/// <summary>A piece of a body or of a text.</summary>
internal abstract record BodyPart;

/// <summary>Finished HTML, of a body.</summary>
internal sealed record HtmlPart(string Html) : BodyPart;

/// <summary>Text that is not HTML yet, of front matter or a sheet.</summary>
internal sealed record TextPart(string Text) : BodyPart;

/// <summary>Says which place of the file made what follows, up to the next mark.</summary>
internal sealed record MarkPart(FileSpan Span) : BodyPart;

/// <summary>The attribute of a link whose target is a path, which becomes an address when the site is known.</summary>
internal sealed record LinkPart(string Target, FileSpan Span) : BodyPart;

/// <summary>An image whose target is a path.</summary>
/// <param name="Target">The path as written.</param>
/// <param name="Alt">What it shows, in words, or null where the brackets are empty.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Placement">Where it stands.</param>
/// <param name="Span">The image in its file.</param>
internal sealed record ImagePart(
    string Target,
    ImmutableArray<BodyPart>? Alt,
    ImmutableArray<BodyPart>? Title,
    ImagePlacement Placement,
    FileSpan Span) : BodyPart;

/// <summary>Where an image stands.</summary>
internal enum ImagePlacement
{
    /// <summary>Among words.</summary>
    InText,

    /// <summary>In a paragraph of its own.</summary>
    Alone,

    /// <summary>Alone in an item of a list, which has no paragraphs.</summary>
    AloneInItem,
}

/// <summary>A reference to a fact.</summary>
/// <param name="Expression">The reference with its filters.</param>
/// <param name="Context">Where it stands.</param>
internal sealed record ExpressionPart(ExpressionSyntax Expression, InlineContext Context) : BodyPart
{
    /// <summary>Whether the same reference stands elsewhere, where its faults are reported.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>A block.</summary>
internal sealed record BlockPart(BlockSyntax Block, Placement Placement) : BodyPart;

/// <summary>Whether a block stands where blocks may stand.</summary>
internal enum Placement
{
    /// <summary>In a paragraph of its own.</summary>
    Alone,

    /// <summary>Among other text, where it is an error.</summary>
    InText,
}

/// <summary>Where in a page a reference stands, which decides what its markup may be.</summary>
internal enum InlineContext
{
    /// <summary>In running text: the value with a link to its source.</summary>
    Prose,

    /// <summary>In a heading or the text of a link, where a second link may not stand: the value alone.</summary>
    Unlinked,

    /// <summary>In an attribute or in front matter: text without markup.</summary>
    PlainText,

    /// <summary>In the address of a link: the value with what addresses cannot hold written as signs of percent.</summary>
    Address,

    /// <summary>In the place of the address of a link: the value, which is an address itself.</summary>
    WholeAddress,
}
