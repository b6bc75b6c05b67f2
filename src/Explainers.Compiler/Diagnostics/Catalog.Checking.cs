using Explainers.Sources;

namespace Explainers.Diagnostics;

public static partial class Catalog
{
    /// <summary>A fact that names no source.</summary>
    public static Diagnostic FactWithoutSource(FileSpan at, string name) =>
        Error("fact-without-source", at, $"'{name}' has no source",
            "name one with 'source:', or say 'source: none' and why in 'note:'");

    /// <summary>A fact that no article states.</summary>
    public static Diagnostic UnusedFact(FileSpan at, string name) =>
        Warning("unused-fact", at, $"no article or page states '{name}'",
            $"refer to it with {{{{ {name} }}}} or under 'key_facts:', or remove it");

    /// <summary>A source that no entry of its sheet names.</summary>
    public static Diagnostic UnusedSource(FileSpan at, string name) =>
        Warning("unused-source", at, $"no fact of this sheet rests on the source '{name}'", "name it at a fact, or remove it");

    /// <summary>A fact whose date of review has passed.</summary>
    public static Diagnostic StaleFact(FileSpan at, string name, string due, string today) =>
        Warning("stale-fact", at, $"'{name}' was to be reviewed by {due}, and today is {today}",
            "check the value against its source, then move 'review_by:' on");
}
