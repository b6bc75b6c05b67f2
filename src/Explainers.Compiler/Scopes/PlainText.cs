using System.Text;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Scopes;

/// <summary>Writes titles, descriptions and the texts of sheets as plain text.</summary>
internal static class PlainText
{
    /// <summary>A line of front matter, or a text of a sheet, as plain text.</summary>
    /// <param name="parts">What it is made of.</param>
    /// <param name="site">The site, which has the facts.</param>
    /// <param name="format">Writes values.</param>
    /// <param name="stated">Takes the facts that it states.</param>
    public static string Of(EquatableArray<BodyPart> parts, BoundSite site, FactFormatter format, ISet<FactId> stated)
    {
        if (parts.Items is [TextPart only]) return only.Text;
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part is TextPart literal)
                text.Append(text.Length > 0 && text[^1] == '.' && BeginsWithFullStop(literal.Text) ? literal.Text[1..] : literal.Text);
            if (part is not FactPart fact) continue;
            stated.Add(fact.Fact);
            var value = site.Fact(fact.Fact).Value;
            if (fact.Format.Form == FactForm.Long && value is ActorValue actor) stated.UnionWith(actor.Groups);
            text.Append(format.Among(value, fact.Format));
        }
        return text.ToString();
    }

    /// <summary>Whether a text begins with the end of a sentence, which "p.m." before it has already.</summary>
    public static bool BeginsWithFullStop(string text) => text is ['.'] or ['.', ' ' or '\n' or '<', ..];
}
