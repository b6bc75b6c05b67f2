using System.Text;

namespace Explainers.Tests.Incremental;

internal sealed partial class EditedSite
{
    /// <summary>A footnote, an abbreviation, a table with a caption, and a film of another site.</summary>
    private string Signs(string fact) => $$$"""

        A note[^{{{_edits}}}] on the EU and NATO.

        [^{{{_edits}}}]: It is {{ {{{fact}}} }}.

        | A | B |
        | --- | --- |
        | a | {{ {{{fact}}} }} |

        : Numbers {source={{{fact}}}}

        {{ video url: "https://tube{{{_edits}}}.example.org/w/kkGMgK9ZtnKf" title: "Film {{{_edits}}}" }}

        {{ services }}

        """;

    /// <summary>Adds a slot to the theme, or changes it.</summary>
    private string Slot()
    {
        var path = $"theme/slots/{_chance.Pick(["head", "footer", "before_article", "after_article", "header"])}.sbn-html";
        _files[path] = Encoding.UTF8.GetBytes($"<p>{_edits}</p>\n");
        return $"{_edits}: {path} is there";
    }
}
