using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Finds links and images that are printed as typed, or lead nowhere.</summary>
internal static partial class LinkSuggestions
{
    private const string Link = "write [words](address)";

    /// <summary>How long the address and title of a definition may be: each use of it prints them anew.</summary>
    private const int LongestDefinition = 2_000;
    private const string TooLong = "the address of this link and its title have more than 2,000 characters";
    private const string Address = @"(?:https?:|mailto:|www\.|#|\.{0,2}/|[\w./-]{1,100}\.(?:md|html?|jpe?g|png|webp|svg|gif)\b)";

    /// <summary>Brackets and addresses in the text of a block.</summary>
    public static IEnumerable<Suggestion> Of(LeafText leaf)
    {
        if (!leaf.Text.AsSpan().ContainsAny('[', ']')) return [];
        return Unclosed().Matches(leaf.Text).Select(Broken)
            .Concat(Apart().Matches(leaf.Text).Select(match =>
                At(match, "a space separates the brackets from the address", "write [words](address) without a space between")))
            .Concat(Swapped().Matches(leaf.Text).Select(match =>
                At(match, "the words are in parentheses and the address in brackets", Link)))
            .Concat(OneBracket().Matches(leaf.Text).Select(match => At(match, "the bracket after the words is missing", Link)))
            .Concat(Undefined().Matches(leaf.Text).Select(match =>
                At(match, $"no line of this file defines [{match.Groups["label"].Value}]", Link)));
    }

    /// <summary>Links without an address or words, and definitions that no link uses.</summary>
    public static void Links(BodyTree tree, SourceFile file, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        var used = new HashSet<LinkReferenceDefinition>(ReferenceEqualityComparer.Instance);
        foreach (var link in tree.Links)
        {
            var at = Span(link, file, text);
            if (link.Reference is { } definition && used.Add(definition) && IsTooLong(definition))
                findings.Add(Catalog.MalformedLink(Span(definition, file, text), TooLong, "shorten its address and title"));
            if (link.Reference is { } shared && IsTooLong(shared)) (link.Url, link.Title) = ("#", null);
            if (link.Label is ['^', ..] mark)
            {
                findings.Add(MarkupSuggestions.Footnote(at));
                link.ReplaceBy(new LiteralInline($"[{mark}]"), copyChildren: false);
            }
            else if (string.IsNullOrWhiteSpace(link.Url))
            {
                var what = link.IsImage ? "this image has no address" : "this link leads nowhere";
                findings.Add(Catalog.MalformedLink(at, what, "write the address between the parentheses"));
            }
            else if (!link.IsImage && IsEmpty(link))
            {
                findings.Add(Catalog.MalformedLink(at, "this link has no words to follow", "write the words between the brackets"));
            }
        }
        findings.AddRange(tree.Blocks.OfType<LinkReferenceDefinition>()
            .Where(definition => !used.Contains(definition))
            .Select(definition => Unused(definition, Span(definition, file, text)))
            .OfType<Diagnostic>());
    }

    /// <summary>What a definition that no link uses was meant as.</summary>
    private static Diagnostic? Unused(LinkReferenceDefinition definition, FileSpan at) => definition.Label is ['^', ..]
        ? MarkupSuggestions.Footnote(at)
        : IsAddress(definition.Url)
            ? null
            : Catalog.MalformedLink(at, "Markdown reads this as the address of a link, so readers do not see it",
                $"write \\[{definition.Label}] for words in brackets");

    private static bool IsTooLong(LinkReferenceDefinition definition) =>
        (definition.Url?.Length ?? 0) + (definition.Title?.Length ?? 0) > LongestDefinition;

    private static bool IsEmpty(LinkInline link) => !link.Descendants<LinkInline>().Any()
        && link.Descendants<LeafInline>().All(inline => inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace());

    private static bool IsAddress(string? url) => url is not null && url.AsSpan().ContainsAny("./#:@");

    private static Suggestion Broken(Match match)
    {
        var address = match.Groups["address"].Value;
        return address.Trim().Length == 0 ? At(match, "a link cannot stand inside a link", "take one of the two out")
            : !match.Value.EndsWith(')') ? At(match, "the parenthesis after the address is missing", Link)
            : address.Contains('<') ? At(match, "the angle brackets round the address are not closed", "write [words](<address>)")
            : address.Contains('"') ? At(match, "the title after the address is not in quotation marks", "write [words](address \"title\")")
            : address.Any(char.IsWhiteSpace) ? At(
                match,
                "the address has a space",
                "write %20 for the space, or the address between < and >")
            : At(match, "a link cannot stand inside a link", "take one of the two out");
    }

    private static Suggestion At(Match match, string why, string hint) =>
        new(match.Index, match.Length, at => Catalog.MalformedLink(at, $"this is printed as typed, not as a link: {why}", hint));

    private static FileSpan Span(MarkdownObject from, SourceFile file, string text)
    {
        var start = Math.Clamp(from.Span.Start, 0, text.Length);
        return new FileSpan(file, start, Math.Clamp(from.Span.Length, 0, text.Length - start));
    }

    [GeneratedRegex(@"!?(?:\[[^\[\]\n]{0,200})?\]\((?<address>[^()\n]{0,300}(?:\([^()\n]{0,100}\)[^()\n]{0,200})?)\)?")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"!?\[[^\[\]\n]{1,200}\]\s{1,3}\(" + Address + @"[^()\s]{0,300}\)")]
    private static partial Regex Apart();

    [GeneratedRegex(@"\([^()\[\]\n]{1,200}\)\[" + Address + @"[^\[\]\s]{0,300}\]")]
    private static partial Regex Swapped();

    [GeneratedRegex(@"!?\[[^\[\]()\n]{1,200}\((?:https?:|mailto:|www\.)[^()\s]{0,300}\)?")]
    private static partial Regex OneBracket();

    [GeneratedRegex(@"(?<![\w\]])!?\[(?!\^)[^\[\]\n]{1,200}\]\[(?<label>(?![\^0-9])[^\[\]\n]{0,100})\]")]
    private static partial Regex Undefined();
}
