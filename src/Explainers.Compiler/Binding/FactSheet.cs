using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Literals;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A fact sheet, without the places of what is in it.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Aliases">Names that prose uses for it.</param>
/// <param name="Facts">Its entries in written order.</param>
/// <param name="Path">The path of its file below the input folder.</param>
internal sealed record FactSheet(string Name, string Title, EquatableArray<string> Aliases, EquatableArray<FactId> Facts, string Path)
{
    /// <summary>Its page.</summary>
    public string Url => Routes.Sheet(Name);
}

/// <summary>A source under the id that its sheet gives it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Citation">The source.</param>
/// <param name="Span">The id in its sheet.</param>
internal sealed record SheetCitation(string Id, Citation Citation, FileSpan Span);

/// <summary>The entries of a sheet by their ids, and its sources: what binding one of its facts starts from.</summary>
internal sealed class SheetEntries
{
    private readonly Dictionary<string, EntrySyntax> _byId;

    /// <summary>Takes a sheet; of two entries with one id, the first stands.</summary>
    public SheetEntries(FactSheetSyntax syntax)
    {
        (Syntax, Sources) = (syntax, new SheetSources(syntax));
        _byId = new Dictionary<string, EntrySyntax>(syntax.Entries.Length, StringComparer.Ordinal);
        var own = ImmutableArray.CreateBuilder<EntrySyntax>(syntax.Entries.Length);
        foreach (var entry in syntax.Entries)
            if (_byId.TryAdd(entry.Id.Text, entry)) own.Add(entry);
        Entries = own.DrainToImmutable();
        Rates = [.. Entries.Where(IsRate).Select(entry => FactId.Of(syntax.Name, entry.Id.Text))];
    }

    /// <summary>The entries that are exchange rates, in written order.</summary>
    public ImmutableArray<FactId> Rates { get; }

    /// <summary>Whether an entry is an exchange rate that is written out, such as <c>0.92 EUR/USD</c>.</summary>
    public static bool IsRate(EntrySyntax? entry) =>
        entry?.Value is LiteralSyntax { IsFormula: false, In: null, Text.Text: var text }
            && (text.Contains('/', StringComparison.Ordinal) || text.Contains(" per ", StringComparison.Ordinal))
            && FigureReader.Read(text, null).Value is QuantityValue { Unit.IsRate: true };

    /// <summary>The sheet as written.</summary>
    public FactSheetSyntax Syntax { get; }

    /// <summary>Its sources.</summary>
    public SheetSources Sources { get; }

    /// <summary>Its entries in written order, each id once.</summary>
    public ImmutableArray<EntrySyntax> Entries { get; }

    /// <summary>The entry with an id, or null.</summary>
    public EntrySyntax? this[string id] => _byId.GetValueOrDefault(id);

    /// <summary>The terms among them.</summary>
    public EquatableArray<NamedTerm> Terms() => Entries
        .Where(entry => entry.Value is TermSyntax)
        .Select(entry => new NamedTerm(((TermSyntax)entry.Value!).Term, FactId.Of(Syntax.Name, entry.Id.Text)))
        .ToEquatable();

    /// <summary>The entries whose ids others have before them.</summary>
    public IEnumerable<Diagnostic> Duplicates()
    {
        if (Entries.Length == Syntax.Entries.Length) yield break;
        var lines = new LineMap(Syntax.File.Text);
        foreach (var entry in Syntax.Entries)
            if (!ReferenceEquals(_byId[entry.Id.Text], entry))
                yield return Catalog.DuplicateFact(entry.Id.Span, entry.Id.Text, lines.At(_byId[entry.Id.Text].Id.Span.Start).Line);
    }

    /// <summary>The sheet as other files see it.</summary>
    public FactSheet Sheet() => new(
        Syntax.Name,
        Syntax.Title?.Text ?? Labels.Of(Syntax.Name),
        Syntax.Aliases.Select(alias => alias.Text).ToEquatable(),
        Entries.Select(entry => FactId.Of(Syntax.Name, entry.Id.Text)).ToEquatable(),
        Syntax.File.Path);

    /// <summary>What the sheet says in sentences: the summary, notes, definitions and reasons of changes, in order.</summary>
    public IEnumerable<ProseSyntax> Prose() => new[] { Syntax.Summary }
        .Concat(Entries.SelectMany(Prose))
        .OfType<ProseSyntax>();

    private static IEnumerable<ProseSyntax?> Prose(EntrySyntax entry) =>
        entry.Provenance.Changes.Select(change => change.Why).Prepend((entry.Value as TermSyntax)?.Means).Prepend(entry.Provenance.Note);
}

/// <summary>Names for readers that nobody has written.</summary>
internal static class Labels
{
    /// <summary>An id as words: "price_per_acre" is "Price per acre".</summary>
    public static string Of(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');
}
