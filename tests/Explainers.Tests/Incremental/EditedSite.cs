using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Parsing.Settings;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>A copy of the fixture in memory, which is edited as writers, editors and designers do: well, badly, and back again.</summary>
internal sealed partial class EditedSite
{
    private const string Accept = "accept: [unbound-figure, unused-fact, retyped-fact]\n";
    private const string Owner = "owner: m_lindhold\n";
    private const string Spare = "  spare: { publisher: Nobody, title: A record that no fact names }\n";
    private static readonly string[] Published = ["2031-02-03", "2026-01-02", "2026-11-23 11:59 UTC", "2026-11-23 12:01 UTC"];
    private const string Draft = "status: draft\n";
    private const string Settings = "input/site.yaml";
    private const string PerPage = "per_page: 2\n";
    private const string Decades = "decades: false\n";
    private const string AuthorsFile = "input/authors.yaml";
    private const string DefaultAuthors = "default_authors: m_lindholt\n";
    private static readonly string[] Taken = ["feed.xml", "robots.txt", "markets", "old-markets/index.html", "news.txt", "_headers"];
    private static readonly string[] MenuPages = ["markets", "topics/history", "authors", "nowhere", "ads.txt", "people"];
    private static readonly string[] Writers = ["m_lindholt", "r_moreau", "k_back", "nobody", "[r_moreau, m_lindholt]"];
    private readonly SortedDictionary<string, byte[]> _original = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Chance _chance;
    private int _edits;

    /// <summary>Takes the copy.</summary>
    /// <param name="seed">Says which edits are made.</param>
    public EditedSite(ulong seed)
    {
        _chance = new Chance(seed);
        var tree = FixtureSite.Tree();
        foreach (var file in tree.Input.Concat(tree.Theme)) _original[file.DisplayPath] = file.Bytes.ToArray();
        // Four pages of five are cards of single facts; one copy in four has them.
        if (seed % 4 != 0) _original[Settings] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_original[Settings])
            .Replace("embeds: true", "embeds: false", StringComparison.Ordinal));
        foreach (var (path, text) in WithData) _original[path] = Encoding.UTF8.GetBytes(text);
        foreach (var (path, bytes) in _original) _files[path] = bytes;
    }

    /// <summary>A table whose rows come from a file, and what refers to its parts.</summary>
    private static (string Path, string Text)[] WithData =>
    [
        ("input/facts/ferry-traffic.csv", "Year,Cars,Toll\n2018,1204,11.4\n2019,1310,12.4\n2020,803,8.0\nTotal,3317,31.8\n"),
        ("input/facts/ferry-traffic.yaml", """
            title: Ferry traffic
            source: operator
            sources: { operator: { publisher: The operator, title: A report, url: "https://example.net/ferry" } }
            tables:
              yearly:
                label: Traffic
                file: ferry-traffic.csv
                total: Total
                columns: { year: text, cars: number, toll: { unit: EUR, scale: million } }
            facts:
              a_car: "= yearly['2019'].toll / yearly['2019'].cars"
              all: = sum(yearly.cars)

            """),
        ("input/articles/ferry-traffic.md", """
            ---
            title: How many cars took the ferry?
            description: '{{ ferry_traffic.yearly["2019"].cars }} cars took it in the best year.'
            published: 2026-01-02
            ---

            They paid {{ ferry_traffic.yearly["2019"].toll }}, {{ ferry_traffic.a_car }} each.

            In the last year came {{ ferry_traffic.yearly["2020"].cars.share }} of them.

            {{ table ferry_traffic.yearly }}

            """),
    ];

    /// <summary>The files as they are now, every one of them read anew, as from a disk.</summary>
    public SourceTree Tree() => SourceTree.From(Below("input/"), Below("theme/"));

    /// <summary>Makes an edit.</summary>
    /// <returns>What was done.</returns>
    public string Edit()
    {
        _edits++;
        var changed = _original.Keys.Union(_files.Keys)
            .Where(path => !_files.TryGetValue(path, out var now) || !_original.TryGetValue(path, out var was)
            || !now.SequenceEqual(was)).ToArray();
        if (changed.Length > 0 && _chance.Below(changed.Length > 3 ? 2 : 4) == 0) return Restore(_chance.Pick(changed));
        return _chance.Below(52) switch
        {
            0 or 1 or 2 => Line(_chance.Pick(Sheets()), Figures(), line =>
                Digits().Replace(line, figure => $"{figure.Value}{_edits % 10}", 1)),
            3 => Line(_chance.Pick(Sheets()), Names(), line => $"{line.TrimEnd('"')} {_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            4 => Line(_chance.Pick(Sheets()), Texts(), line => line.TrimEnd('"').TrimEnd('.') + $" {_edits}."
                + (line.EndsWith('"') ? "\"" : "")),
            5 => Text(_chance.Pick(Sheets()), text => $"# A comment, so that everything stands elsewhere: {_edits}\n{text}"),
            6 => Line(_chance.Pick(Articles()), Titles(), line => $"{line.TrimEnd('"')} {_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            7 => Text(_chance.Pick(Articles()), text => $"{text}\nAs the sheet has it: {{{{ {_chance.Pick(Facts())} }}}}.\n"),
            8 => Text(_chance.Pick(Articles()), text =>
                $"{text}\nSee [the other]({Path.GetFileName(_chance.Pick(Articles()))}#how-we-know), [edit {_edits}](/facts/).\n"),
            9 => Add(_chance.Pick([.. Articles(), .. Sheets()])),
            10 => Remove(_chance.Pick([.. Articles(), .. Sheets()])),
            11 => Rename(_chance.Pick([.. Articles(), .. Sheets()])),
            12 => Line(_chance.Pick(Templates()), Anything(), line => $"{line}<!-- {_edits} -->"),
            13 => Line(_chance.Pick(Templates()), Statements(), _ => ""),
            14 => Line("theme/strings/en.yaml", Words(), line => $"{line.TrimEnd('"')}{_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            15 => Text("theme/assets/style.css", text => $"{text}/* {_edits} */\n"),
            16 => Line(Settings, SettingLines(), line => line.EndsWith("true", StringComparison.Ordinal)
                ? line.Replace("true", "false", StringComparison.Ordinal) : $"{line}{_edits}"),
            17 => Text(_chance.Pick(Articles()), text => $"{text}\nIn single braces: {{{_chance.Pick(Facts())}}}.\n"),
            18 => Text(_chance.Pick(Sheets()), text => $"{text}\nunread: [{_edits}\n"),
            19 => Move(_chance.Pick(Articles())),
            20 => Text(_chance.Pick(Articles()), text => text.Contains(Draft, StringComparison.Ordinal)
                ? text.Replace(Draft, "", StringComparison.Ordinal)
                : text.Replace("\ntitle:", $"\n{Draft}title:", StringComparison.Ordinal)),
            21 => Remove(_chance.Pick(Images())),
            22 => Add(_chance.Pick(Images())),
            23 => Line(_chance.Pick(Credits()), Anything(), line => $"{line.TrimEnd('"')} {_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            24 => Text(_chance.Pick(Articles()), text => Dated().Replace(text, "")
                .Replace("\ntitle:", $"\npublished: {Published[_edits % Published.Length]}\ntitle:", StringComparison.Ordinal)),
            25 => Text(_chance.Pick(Articles()), text => text.Contains("\nlanguage: de\n", StringComparison.Ordinal)
                ? text.Replace("\nlanguage: de\n", "\n", StringComparison.Ordinal)
                : text.Replace("\ntitle:", "\nlanguage: de\ntitle:", StringComparison.Ordinal)),
            26 => Line("theme/strings/de.yaml", Words(), line => $"{line.TrimEnd('"')}{_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            27 => Text(Settings, text => text.Contains(PerPage, StringComparison.Ordinal)
                ? text.Replace(PerPage, "", StringComparison.Ordinal)
                : PerPage + text),
            28 => Data() is [var data, ..]
                ? Line(data, Cells(), line => Digits().Replace(line, figure => $"{_edits % 10}{figure.Value}", 1))
                : Edit(),
            29 => Text(_chance.Pick(Articles()), text =>
                AsOf().Replace(text, "").Replace("\ntitle:", $"\nas_of: {1938 + (_edits % 90)}\ntitle:", StringComparison.Ordinal)),
            30 => Line(_chance.Pick(Sheets()), Periods(), line => Digits().Replace(line, $"{2000 + (_edits % 30)}", 1)),
            31 => Line(_chance.Pick(Sheets()), Groups(), line => $"{line}{(_edits % 2 == 0 ? "" : " and others")}"),
            32 => Text(_chance.Pick(Sheets()), text => text.Contains("rules:", StringComparison.Ordinal)
                ? text : $"{text}\nrules: [ \"{_chance.Pick(Facts())} = {_edits} km\", \"1 + 1 = {_edits}\" ]\n"),
            33 => Line(AuthorsFile, Anything(), line => $"{line.TrimEnd('"')} {_edits}{(line.EndsWith('"') ? "\"" : "")}"),
            34 => Text(AuthorsFile, text => Portrait().Replace(text, $"photograph: {_chance.Pick(Images())["input/".Length..]}")),
            35 => Text(_chance.Pick(Articles()), text => Parts().Replace(text, "").Replace("\ntitle:",
                $"\n{(_edits % 2 == 0 ? "authors" : "edited_by")}: {Writers[_edits % Writers.Length]}\ntitle:", StringComparison.Ordinal)),
            36 => Text(Settings, text => text.Contains(DefaultAuthors, StringComparison.Ordinal)
                ? text.Replace(DefaultAuthors, "", StringComparison.Ordinal)
                : DefaultAuthors + text),
            37 => Text(_chance.Pick(Articles()), text => text.Contains(Accept, StringComparison.Ordinal)
                ? text.Replace(Accept, "", StringComparison.Ordinal)
                : text.Replace("\ntitle:", $"\n{Accept}title:", StringComparison.Ordinal)),
            38 => Text(_chance.Pick(Sheets()), text => text.Contains(Accept, StringComparison.Ordinal)
                ? text.Replace(Accept, "", StringComparison.Ordinal)
                : $"{Accept}{text}"),
            39 => Public() is [_, ..] published
                ? Text(_chance.Pick(published), text => $"{text}{_edits}\n")
                : Edit(),
            40 => Public() is [_, ..] some ? _edits % 2 == 0 ? Add(_chance.Pick(some)) : Remove(_chance.Pick(some)) : Edit(),
            41 => Take($"input/public/{Taken[_edits % Taken.Length]}"),
            42 => Text(Settings, text => Host().Replace(text, "") + $"\nhost: {Hosts.Names[_edits % Hosts.Names.Length]}\n"),
            43 => Text(Settings, text => MenuLine().Replace(text, "")
                + $"\nmenus: {{ header: [home, {_chance.Pick(MenuPages)}, about], footer: {_chance.Pick(MenuPages)} }}\n"),
            44 => Text(_chance.Pick(Articles()), text => text + Signs(_chance.Pick(Facts()))),
            45 => Text(Settings, text => text.Contains("services:", StringComparison.Ordinal)
                ? text.Replace("count.example", $"count{_edits}.example", StringComparison.Ordinal)
                : $"{text}\nservices: {{ count: {{ name: Count, for: analytics, scripts: count.example, frames: map.example }} }}\n"),
            46 => Slot(),
            47 => Text(_chance.Pick(Sheets()), text => text.Contains(Owner, StringComparison.Ordinal)
                ? text.Replace(Owner, "", StringComparison.Ordinal)
                : $"{Owner}{text}"),
            48 => SpareSource(),
            49 => Text(Settings, text => text.Contains(Decades, StringComparison.Ordinal)
                ? text.Replace(Decades, "", StringComparison.Ordinal)
                : Decades + text),
            50 => Text(_chance.Pick(Articles()), text => $"{text}\nBack in the 1990s, Governor {Misspelt(_chance.Pick(Sheets()))} came.\n"),
            _ => Line(_chance.Pick([.. Articles(), .. Sheets()]), Anything(), _ => ""),
        };
    }

    private IEnumerable<SourceFile> Below(string folder) => _files
        .Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal))
        .Select(file => new SourceFile(file.Key[folder.Length..], file.Key, file.Value.ToArray()));

    private string[] Sheets() => [.. _files.Keys.Where(path => path.StartsWith("input/facts/", StringComparison.Ordinal))];

    private string[] Public() => [.. _files.Keys.Where(path => path.StartsWith("input/public/", StringComparison.Ordinal)
        && path.EndsWith(".txt", StringComparison.Ordinal))];

    private string Take(string path)
    {
        _files[path] = Encoding.UTF8.GetBytes($"Nothing but this: {_edits}\n");
        return $"{_edits}: {path} is there";
    }

    /// <summary>A person of a sheet with a letter too many, or exactly as the sheet has the name.</summary>
    private string Misspelt(string sheet) => Person().Match(Now(sheet)) is { Success: true, Groups: var groups }
        ? groups[1].Value + (_edits % 2 == 0 ? groups[1].Value[^1] : "")
        : "Nobody";

    private string[] Data() => [.. _files.Keys.Where(path => path.EndsWith(".csv", StringComparison.Ordinal))];

    private string[] Articles() =>
        [.. _files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal)
        && path.StartsWith("input/", StringComparison.Ordinal))];

    private string[] Images() => InImages(path => !path.EndsWith(".yaml", StringComparison.Ordinal));

    private string[] Credits() => InImages(path => path.EndsWith(".yaml", StringComparison.Ordinal));

    /// <summary>Files of the folder of images; the first of them all where an edit has removed the last.</summary>
    private string[] InImages(Func<string, bool> wanted) =>
        _files.Keys.Where(path => path.StartsWith("input/images/", StringComparison.Ordinal) && wanted(path)).DefaultIfEmpty(_files.Keys.First()).ToArray();

    private string[] Templates() => [.. _files.Keys.Where(path => path.EndsWith(".sbn-html", StringComparison.Ordinal))];

    private string[] Facts() =>
        [.. Articles().SelectMany(path => References().Matches(Now(path))).Select(reference => reference.Groups[1].Value).Distinct()
        .Order(StringComparer.Ordinal)];

    private string Now(string path) => Encoding.UTF8.GetString(_files[path]);

    private string Text(string path, Func<string, string> edit)
    {
        _files[path] = Encoding.UTF8.GetBytes(edit(Now(path)));
        return $"{_edits}: {path} has other text";
    }

    private string Line(string path, Regex which, Func<string, string> edit)
    {
        var lines = Now(path).Split('\n');
        var fitting = Enumerable.Range(0, lines.Length).Where(i => which.IsMatch(lines[i])).ToArray();
        if (fitting.Length == 0) return $"{_edits}: {path} has no such line";
        var line = _chance.Pick(fitting);
        lines[line] = edit(lines[line]);
        _files[path] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return $"{_edits}: {path}, line {line + 1} is now: {lines[line]}";
    }

    private string Add(string path)
    {
        var added = path.Insert(path.LastIndexOf('.'), string.Create(CultureInfo.InvariantCulture, $"-{_edits}"));
        _files[added] = _files[path];
        return $"{_edits}: {added} is a copy of {path}";
    }

    private string Remove(string path)
    {
        _files.Remove(path);
        return $"{_edits}: {path} is gone";
    }

    private string Rename(string path) => $"{Add(path)}; {Remove(path)}";

    /// <summary>Makes a page of an article, or an article of a page.</summary>
    private string Move(string path)
    {
        var name = path[path.LastIndexOf('/')..];
        var moved = path.StartsWith("input/articles/", StringComparison.Ordinal) ? $"input/pages{name}" : $"input/articles{name}";
        _files[moved] = _files[path];
        _files.Remove(path);
        return $"{_edits}: {path} is now {moved}";
    }

    private string Restore(string path)
    {
        if (_original.TryGetValue(path, out var bytes)) _files[path] = bytes;
        else _files.Remove(path);
        return $"{_edits}: {path} is as it was";
    }

    /// <summary>A SplitMix64 generator, so that the edits never depend on the runtime's idea of chance.</summary>
    private sealed class Chance(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int limit) => (int)(Next() % (ulong)limit);

        public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

        private ulong Next()
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
