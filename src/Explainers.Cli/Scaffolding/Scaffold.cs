using Explainers.Parsing.Settings;

namespace Explainers.Cli.Scaffolding;

/// <summary>The first text of new files: valid as it stands, with comments that say what may follow.</summary>
internal static class Scaffold
{
    /// <summary>A new article, which stays a draft until somebody says otherwise.</summary>
    public static string Article(string title, string description, DateOnly today) => $$$"""
        ---
        title: {{{Quoted(title)}}}
        description: {{{Quoted(description)}}}
        status: draft                       # remove this line to publish it
        published: {{{Day(today)}}}
        # topics: [a-topic]                 # as site.yaml names them
        # about: [a_sheet]                  # the fact sheets that it rests on, in facts/
        # key_facts: [a_sheet.a_fact]       # the box at its top
        # summary:                          # "In 60 seconds": three to five sentences
        #   - "It cost {{ a_sheet.a_fact }}."
        ---

        Begin with the answer. Refer to facts instead of typing them, and the number of each source comes by itself.

        ## What happened?

        Each section is a card: one question, one answer.

        ## What we do not know {.unknown}

        - Say what is open.

        ## How we know this {.method}

        Say what this rests on.

        """;

    /// <summary>A new fact sheet with its first source; its first fact waits as a comment.</summary>
    public static string Sheet(string title, string publisher, string url) => $"""
        title: {Quoted(title)}
        # summary: What it is about, in a sentence.

        # A source for whatever names no other; its id is yours to choose.
        source: first
        sources:
          first:
            publisher: {Quoted(publisher)}
            title: {Quoted(title)}
            url: {Quoted(url)}
            # date: 2026-01-31

        # Facts have an id and a value as a person writes it. Articles refer to them by the file's name and the id.
        facts:
          example:
            label: An example, to be replaced
            value: 42 examples
            # source: first
            # as_of: 2026-01                 # when it held, where it moves
            # review_by: 2027-01-31          # when it has to be looked at again
            # note: A caution for readers.

        # people:
        #   an_id: name, role and side
        # organisations, events, places, quotes, terms and tables likewise: 'explainers schema fact-sheet' has every key.

        """;

    /// <summary>The files of a new site, by path: a sheet, an article, settings, and what a host needs.</summary>
    public static IEnumerable<(string Path, string Text)> Site(string title, DateOnly today) =>
    [
        ("input/site.yaml", $"""
            title: {Quoted(title)}
            description: What is going on, and how we know.
            base_url: https://explainers.example/   # where it will stand
            language: en
            topics:
              places: {"{"} title: Places, summary: "Where things are, and how large." {"}"}

            """),
        ("input/facts/denali.yaml", """
            title: Denali
            summary: North America's highest mountain, as last surveyed.
            source: usgs
            sources:
              usgs:
                publisher: US Geological Survey
                title: New elevation for nation's highest peak
                url: https://www.usgs.gov/news/new-elevation-nations-highest-peak
                date: 2015-09-02
            facts:
              height: 20,310 ft
              announced: { label: Survey announced, value: 2015-09-02 }

            """),
        ("input/articles/how-high-is-denali.md", $$$"""
            ---
            title: How high is Denali?
            description: "{{ denali.height }}, as last surveyed."
            published: {{{Day(today)}}}
            topics: [places]
            about: [denali]
            key_facts: [denali.height, denali.announced]
            ---

            North America's highest mountain rises {{ denali.height }} above the sea. The figure was announced on {{ denali.announced | long }}.

            ## How we know this {.method}

            The height is that of the federal survey. [The fact sheet](/facts/denali/) names it.

            """),
        .. DeployScaffold.Of(Hosts.Netlify),
        (".gitignore", "/output/\n/.cache/\n"),
    ];

    /// <summary>Whether a file of a new site is one that a folder may have for other reasons.</summary>
    public static bool IsShared(string path) => Path.GetFileName(path) is "netlify.toml" or ".gitignore";

    /// <summary>A text as a scalar of YAML in double quotes; letters stay as they are, in any script.</summary>
    public static string Quoted(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char letter) => letter switch
    {
        '"' or '\\' => $"\\{letter}",
        '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)letter:X4}",
        _ => char.IsControl(letter) ? $"\\u{(int)letter:X4}" : letter.ToString(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
