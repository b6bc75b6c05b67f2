using System.Text.RegularExpressions;

namespace Explainers.Tests.Incremental;

/// <summary>The lines that edits look for.</summary>
internal sealed partial class EditedSite
{
    [GeneratedRegex(@"\{ name: ([A-Z][\w ]+\w)")]
    private static partial Regex Person();

    [GeneratedRegex(@"^\s+[a-z_]+: .*\d")]
    private static partial Regex Figures();

    [GeneratedRegex("^[0-9A-Z].*,")]
    private static partial Regex Cells();

    [GeneratedRegex(@"(?m)^(?:published|expires): .*\n")]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?m)^as_of: .*\n")]
    private static partial Regex AsOf();

    [GeneratedRegex(@"(?m)^host: .*\n")]
    private static partial Regex Host();

    [GeneratedRegex(@"(?m)^menus: .*\n")]
    private static partial Regex MenuLine();

    [GeneratedRegex("photograph: .*")]
    private static partial Regex Portrait();

    [GeneratedRegex(@"(?m)^(?:authors|edited_by): .*\n")]
    private static partial Regex Parts();

    [GeneratedRegex("(from|until): [0-9]")]
    private static partial Regex Periods();

    [GeneratedRegex("^ +(organisation|part_of): ")]
    private static partial Regex Groups();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex("^ +(label|name|title|term|role|publisher): ")]
    private static partial Regex Names();

    [GeneratedRegex("^ *(note|means|summary|why): ")]
    private static partial Regex Texts();

    [GeneratedRegex("^(title|description): ")]
    private static partial Regex Titles();

    [GeneratedRegex("^(title|tagline|description|base_url|social_cards|embeds): |^    title: ")]
    private static partial Regex SettingLines();

    [GeneratedRegex(@"^[a-z_]+: .*[^>|]$")]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\{~? (if|for|end)")]
    private static partial Regex Statements();

    [GeneratedRegex(@"\S")]
    private static partial Regex Anything();

    [GeneratedRegex(@"\{\{ ([a-z0-9_]+\.[a-z0-9_]+)")]
    private static partial Regex References();
}
