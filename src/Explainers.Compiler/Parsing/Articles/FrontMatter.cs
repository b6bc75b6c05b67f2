using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>The keys of front matter, and how its text is found in the file.</summary>
internal static class FrontMatter
{
    /// <summary>Somebody who had a part in an article, and when.</summary>
    public static readonly KeyTable Contributor = new("a contributor",
        new("name", Shape.Name, "an id of authors.yaml", Presence.Required),
        new("date", Shape.Day, "the day on which it was done"));

    private static readonly Shape Contributors =
        Shape.List("a name or a list of names", Shape.ShortOrLong(Shape.Name, Contributor));

    /// <summary>The keys of an article and of a page.</summary>
    public static readonly KeyTable Keys = new("front matter",
        new("title", Shape.Text, "the title, best a question", Presence.Required),
        new("description", Shape.Text, "the answer in one sentence", Presence.Required),
        new("authors", Shape.Names, "who wrote it: ids of authors.yaml"),
        new("edited_by", Contributors, "who edited it, and when"),
        new("translated_by", Contributors, "who translated it, and when"),
        new("fact_checked_by", Contributors, "who checked its facts, and when"),
        new("kind", new ChoiceShape(Genres.Names), "what type of work it is, which its page says; without it an explainer"),
        new("method", Shape.Text, "how you know what it says, for readers; may refer to facts"),
        new("published", Shape.Moment, "the day, or the moment, of first publication; before that day it is kept back"),
        new("expires", Shape.Day, "the last day on which it is shown"),
        new("updated", Shape.Moment, "the day, or the moment, of the last change in substance"),
        new("topics", Shape.Names, "ids of topics that site.yaml defines"),
        new("about", Shape.Names, "names of the fact sheets it rests on"),
        new(
            "as_of",
            Shape.Date,
            "the date whose names and roles it gives; without it, that of the last change, or of publication"),
        new("key_facts", Shape.Names, "facts for the box at its top"),
        new(
            "summary",
            Shape.List("a sentence or a list of sentences", Shape.Text),
            "the whole story in a few sentences, for readers who have a minute"),
        new("aliases", Shape.Names, "old addresses that lead here, the first one first"),
        new("id", Shape.Name, "what feeds know it by, whatever its address; without it, the address that it had first"),
        new("language", Shape.Language, "its language, where it is not the site's"),
        new("search", Shape.Flag, "false keeps it out of the site's search"),
        new(
            "plain",
            Shape.List("a text or a list of texts", Shape.Text),
            "words and figures that are fine as they are typed, such as three-on-three"),
        Acceptance.Key,
        new("status", Shape.Choice("draft", "published"), "draft keeps it out of the site"));

    /// <summary>Reads the front matter of a file; without one, a finding and no keys.</summary>
    internal static MappingSyntax Read(SourceFile file, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        var opened = IsFence(text, 0);
        var start = opened ? NextLine(text, 0) : -1;
        for (var line = start; line >= 0 && line < text.Length; line = NextLine(text, line))
        {
            if (IsFence(text, line))
                return ShapeCheck.Check(At(YamlReader.Read(file, text[start..line], start, findings), file), Keys, findings);
        }
        findings.Add(Catalog.MissingFrontMatter(file, opened));
        return MappingSyntax.EmptyAt(FileSpan.StartOf(file));
    }

    private static MappingSyntax At(MappingSyntax mapping, SourceFile file) => mapping with { Span = FileSpan.StartOf(file) };

    private static bool IsFence(string text, int line)
    {
        if (string.CompareOrdinal(text, line, "---", 0, 3) != 0) return false;
        var rest = line + 3;
        while (rest < text.Length && text[rest] is ' ' or '\t') rest++;
        return rest >= text.Length || text[rest] is '\n' or '\r';
    }

    private static int NextLine(string text, int line)
    {
        var end = text.IndexOf('\n', line);
        return end < 0 ? text.Length : end + 1;
    }
}
