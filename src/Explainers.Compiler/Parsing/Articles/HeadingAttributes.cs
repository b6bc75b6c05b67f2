using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using Markdig.Syntax;

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
        var (id, kind) = ((ScalarSyntax?)null, SectionKind.Answer);
        foreach (var (word, span) in TrailingBraces.Take(heading, file, static text => text[0] is '#' or '.'))
        {
            if (word is ['#', .. var name] && name == Names.HeadingId(name)) id = new ScalarSyntax(name, span);
            else if (word is ['.', .. var named] && Kinds.FirstOrDefault(known => known.Name == named) is { Name: not null } found)
                kind = found.Kind;
            else findings.Add(Unknown(word, span));
        }
        return new HeadingAttributes(id, kind);
    }

    private static Diagnostic Unknown(string word, FileSpan at) => word[0] == '#'
        ? Catalog.HeadingAttribute(at, $"'{word}' cannot be an anchor", $"write #{Names.HeadingId(word)}")
        : Catalog.HeadingAttribute(at, $"'{word}' says nothing about a heading",
            Catalog.DidYouMean(Nearest.To(word.TrimStart('.'), Kinds.Select(kind => kind.Name)) is { } near ? $".{near}" : null)
            ?? $"an anchor is #its-words; a kind of card is {string.Join(", ", Kinds.Select(kind => $".{kind.Name}"))}");
}
