using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>What is written in braces behind a heading: <c>## What we do not know {#open .unknown}</c>.</summary>
/// <param name="Id">An anchor that stays when the heading's words change, or null.</param>
/// <param name="Kind">What the section is for.</param>
internal readonly record struct HeadingAttributes(ScalarSyntax? Id, SectionKind Kind)
{
    /// <summary>The anchor of every page's main part, which no heading can have.</summary>
    public const string MainId = "main";

    private static readonly ImmutableArray<(string Name, SectionKind Kind)> Kinds =
        [("known", SectionKind.Known), ("unknown", SectionKind.Unknown), ("method", SectionKind.Method)];

    /// <summary>Takes the braces off a heading; what does not belong there is reported.</summary>
    public static HeadingAttributes TakeFrom(HeadingBlock heading, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (heading.Inline?.LastChild is not LiteralInline last || last.Content.AsSpan() is [.., not '}']) return default;
        var text = string.Concat(Tail(heading).Reverse().Select(literal => literal.Content.ToString()));
        var open = text.LastIndexOf('{');
        if (open < 0 || open + 2 >= text.Length || text[^1] != '}' || text[open + 1] is not ('#' or '.')) return default;
        var start = Tail(heading).First().Span.End + 1 - (text.Length - open);
        Cut(heading, start);
        var (id, kind, at) = ((ScalarSyntax?)null, SectionKind.Answer, start + 1);
        foreach (var word in text[(open + 1)..^1].Split(' '))
        {
            var span = new FileSpan(file, at, Math.Max(1, word.Length));
            at += word.Length + 1;
            if (word is ['#', .. var name] && name == Names.HeadingId(name)) id = new ScalarSyntax(name, span);
            else if (word is ['.', .. var named] && Kinds.FirstOrDefault(known => known.Name == named) is { Name: not null } found)
                kind = found.Kind;
            else if (word.Length > 0) findings.Add(Unknown(word, span));
        }
        return new HeadingAttributes(id, kind);
    }

    private static Diagnostic Unknown(string word, FileSpan at) => word[0] == '#'
        ? Catalog.HeadingAttribute(at, $"'{word}' cannot be an anchor", $"write #{Names.HeadingId(word)}")
        : Catalog.HeadingAttribute(at, $"'{word}' says nothing about a heading",
            Catalog.DidYouMean(Nearest.To(word.TrimStart('.'), Kinds.Select(kind => kind.Name)) is { } near ? $".{near}" : null)
            ?? $"an anchor is #its-words; a kind of card is {string.Join(", ", Kinds.Select(kind => $".{kind.Name}"))}");

    /// <summary>The plain text at the end of a heading, the last piece first.</summary>
    private static IEnumerable<LiteralInline> Tail(HeadingBlock heading)
    {
        for (var inline = heading.Inline?.LastChild; inline is LiteralInline literal; inline = inline.PreviousSibling) yield return literal;
    }

    private static void Cut(HeadingBlock heading, int start)
    {
        foreach (var literal in Tail(heading).ToArray())
        {
            if (literal.Span.Start >= start)
            {
                literal.Remove();
            }
            else
            {
                literal.Content.End -= Math.Max(0, literal.Span.End + 1 - start);
                literal.Content.TrimEnd();
                return;
            }
        }
    }
}
