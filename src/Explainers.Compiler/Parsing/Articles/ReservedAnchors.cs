using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Parsing.Templates;

namespace Explainers.Parsing.Articles;

/// <summary>The anchors that templates print, which no heading can have: whole ones, and beginnings that a number follows.</summary>
internal sealed partial class ReservedAnchors
{
    /// <summary>What the anchor of a source begins with; its number follows.</summary>
    public const string Source = "source-";

    /// <summary>What the anchor of a note about a source begins with; its number follows.</summary>
    public const string Note = "slip-";

    /// <summary>What the anchor of a use of a source begins with; its number follows.</summary>
    public const string Use = "use-";

    /// <summary>What the anchor of a footnote in the list begins with; its number follows.</summary>
    public const string Footnote = "fn-";

    /// <summary>What the anchor of a footnote's text begins with; its number follows.</summary>
    public const string FootnoteText = "fn-text-";

    /// <summary>What the anchor of a mark of a footnote begins with; its number follows.</summary>
    public const string FootnoteMark = "fnref-";

    /// <summary>The anchor of the heading above the footnotes.</summary>
    public const string Footnotes = "footnotes-heading";

    private readonly FrozenSet<string> _whole;
    private readonly ImmutableArray<string> _beginnings;

    private ReservedAnchors(IEnumerable<string> whole, IEnumerable<string> beginnings)
    {
        _whole = whole.Append(Footnotes).ToFrozenSet(StringComparer.Ordinal);
        _beginnings =
        [
            .. beginnings.Concat([Source, Note, Use, Footnote, FootnoteText, FootnoteMark]).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The anchors that the templates of a theme print.</summary>
    public static ReservedAnchors Of(ImmutableArray<TemplateSyntax> templates)
    {
        var found = templates.SelectMany(template => Anchor().Matches(template.File.Text)).ToArray();
        return new ReservedAnchors(
            found.Where(match => !match.Groups["more"].Success).Select(match => match.Groups["id"].Value),
            found.Where(match => match.Groups["more"].Success && match.Groups["id"].Length > 0).Select(match => match.Groups["id"].Value));
    }

    /// <summary>Whether a template can print an anchor.</summary>
    public bool Has(string anchor)
    {
        if (_whole.Contains(anchor)) return true;
        foreach (var start in _beginnings)
            if (anchor.StartsWith(start, StringComparison.Ordinal) && IsNumber(anchor.AsSpan(start.Length))) return true;
        return false;
    }

    /// <summary>All of them, in a fixed order.</summary>
    public IEnumerable<string> All => _whole.Order(StringComparer.Ordinal).Append("").Concat(_beginnings);

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex("""\bid=["']?(?<id>[^"'\s{}<>]*)(?<more>\{\{)?""")]
    private static partial Regex Anchor();
}
