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

    /// <summary>Gives a sheet a source that no fact names, or names one of these below a table.</summary>
    private string SpareSource()
    {
        var spare = Sheets().Where(path => Now(path).Contains(Spare, StringComparison.Ordinal)).ToArray();
        if (_edits % 2 == 0 || spare.Length == 0)
        {
            return Text(_chance.Pick(Sheets()), text => text.Contains(Spare, StringComparison.Ordinal)
                ? text : text.Replace("\nsources:\n", $"\nsources:\n{Spare}", StringComparison.Ordinal));
        }
        var sheet = Path.GetFileNameWithoutExtension(_chance.Pick(spare)).Replace('-', '_');
        return Text(_chance.Pick(Articles()), text =>
            $"{text}\n\n| A | B |\n|---|---|\n| x | y |\n\n: They say so {{source={sheet}.spare}}\n");
    }
}
