using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;

namespace Explainers.Parsing.Yaml;

/// <summary>Holds a mapping against its table: reports what does not fit, and keeps what does.</summary>
internal static class ShapeCheck
{
    /// <summary>Gives the mapping with only the entries that fit the table, so that what reads it can trust every shape.</summary>
    public static MappingSyntax Check(MappingSyntax mapping, KeyTable table, ImmutableArray<Diagnostic>.Builder findings)
    {
        var kept = ImmutableArray.CreateBuilder<KeyValueSyntax>(mapping.Entries.Length);
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            var key = table.Find(entry.Key.Text);
            if (key is null && table.Others is { } others)
            {
                if (Fit(entry.Value, others, entry.Key.Text, findings) is { } named) kept.Add(entry with { Value = named });
            }
            else if (key is null)
            {
                var names = table.Keys.Select(known => known.Name).ToArray();
                var nearest = Nearest.To(entry.Key.Text, names);
                if (nearest is not null) misspelt.Add(nearest);
                findings.Add(Catalog.UnknownKey(entry.Key.Span, entry.Key.Text, table.Owner, nearest, names, entry.IsCutOff));
            }
            else if (Fit(entry.Value, key.Shape, entry.Key.Text, findings) is { } value)
            {
                kept.Add(entry with { Value = value });
            }
        }
        foreach (var key in table.Keys)
        {
            var isNeeded = table.Needs is var (owner, needed) && needed == key.Name && mapping[owner] is not null;
            if ((key.Presence == Presence.Required || isNeeded) && !mapping.IsPartial && !misspelt.Contains(key.Name)
                && mapping[key.Name] is null)
                findings.Add(Catalog.MissingKey(mapping.Span with { Length = 0 }, key.Name, table.Owner, key.Meaning));
        }
        Alternatives(mapping, table, misspelt, findings);
        return mapping with { Entries = kept.DrainToImmutable() };
    }

    /// <summary>Reports where none of some keys is there, or more than one.</summary>
    private static void Alternatives(
        MappingSyntax mapping,
        KeyTable table,
        HashSet<string> misspelt,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        if (table.ExactlyOne.IsEmpty || mapping.IsPartial || table.ExactlyOne.Any(misspelt.Contains)) return;
        var written = mapping.Entries.Where(entry => table.ExactlyOne.Contains(entry.Key.Text)).ToArray();
        if (written.Length == 0)
        {
            var key = table.Keys.First(key => key.Name == table.ExactlyOne[0]);
            findings.Add(Catalog.MissingKey(mapping.Span with { Length = 0 }, key.Name, table.Owner, key.Meaning));
        }
        foreach (var extra in written.Skip(1))
            findings.Add(
                Catalog.ConflictingKeys(
                    extra.Key.Span,
                    $"'{written[0].Key.Text}' and '{extra.Key.Text}' cannot stand together",
                    "keep one of the two"));
    }

    private static YamlSyntax? Fit(YamlSyntax value, Shape shape, string key, ImmutableArray<Diagnostic>.Builder findings) =>
        (shape, value) switch
        {
            (EitherShape either, MappingSyntax) => Fit(value, either.Long, key, findings),
            (EitherShape either, ScalarSyntax { Text.Length: > 0 }) => Fit(value, either.Brief, key, findings),
            (EitherShape { Brief: ListShape list }, SequenceSyntax) => Fit(value, list, key, findings),
            (RecordShape record, MappingSyntax mapping) => Check(mapping, record.Table, findings),
            (MapShape map, MappingSyntax mapping) => Each(mapping, map.Item, findings),
            (ListShape list, SequenceSyntax sequence) => Each(sequence, list.Item, key, findings),
            (ListShape list, ScalarSyntax { Text.Length: > 0 }) when list.Item is not RecordShape => Fit(value, list.Item, key, findings),
            (ListShape { Item: RecordShape or EitherShape } list, MappingSyntax) => Fit(value, list.Item, key, findings),
            (TextShape, ScalarSyntax { Text.Length: > 0 }) => value,
            (UrlShape url, ScalarSyntax { Text.Length: > 0 } scalar) => Fit(scalar, url, findings),
            (WarningShape, ScalarSyntax { Text.Length: > 0 } scalar) => Acceptance.IsWarning(scalar, findings) ? scalar : null,
            (DateShape or ChoiceShape or LanguageShape, ScalarSyntax { Text.Length: > 0 } scalar) => Fit(scalar, shape, findings),
            _ => Refuse(value, shape, key, findings),
        };

    private static ScalarSyntax? Fit(ScalarSyntax scalar, Shape shape, ImmutableArray<Diagnostic>.Builder findings)
    {
        var fits = shape switch
        {
            DateShape date =>
                PartialDate.TryParse(date.TakesHour ? scalar.Text.Split(' ')[0] : scalar.Text, out var parsed)
                    && parsed.Precision >= date.Coarsest,
            ChoiceShape choice => choice.Words.Contains(scalar.Text),
            LanguageShape => LanguageShape.IsCode(scalar.Text),
            _ => true,
        };
        if (fits) return scalar;
        findings.Add(Catalog.InvalidValue(scalar.Span, scalar.Text, shape.Expected, Meant(scalar.Text, shape)));
        return null;
    }

    private static ScalarSyntax? Fit(ScalarSyntax scalar, UrlShape shape, ImmutableArray<Diagnostic>.Builder findings)
    {
        AddressFault? fault = shape.Kind switch
        {
            UrlKind.Site => WebAddress.OfSite(scalar.Text),
            UrlKind.Mailbox => WebAddress.IsMailbox(scalar.Text) ? null : new AddressFault(shape.Expected, null),
            _ => WebAddress.OfWeb(scalar.Text),
        };
        if (fault is not { } wrong) return scalar;
        findings.Add(Catalog.InvalidValue(scalar.Span, scalar.Text, wrong.Expected, wrong.Hint));
        return null;
    }

    private static string? Meant(string text, Shape shape) => shape switch
    {
        ChoiceShape choice => Catalog.DidYouMean(Nearest.To(text, choice.Words)),
        DateShape { TakesHour: true } => Catalog.DidYouMean(DateSuggestions.OfMoment(text)),
        DateShape => Catalog.DidYouMean(DateSuggestions.Of(text)),
        _ => null,
    };

    private static MappingSyntax Each(MappingSyntax mapping, Shape item, ImmutableArray<Diagnostic>.Builder findings)
    {
        var kept = ImmutableArray.CreateBuilder<KeyValueSyntax>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (Fit(entry.Value, item, entry.Key.Text, findings) is { } value) kept.Add(entry with { Value = value });
        }
        return mapping with { Entries = kept.DrainToImmutable() };
    }

    private static SequenceSyntax Each(SequenceSyntax sequence, Shape item, string key, ImmutableArray<Diagnostic>.Builder findings) =>
        sequence with { Items = [.. sequence.Items.Select(value => Fit(value, item, key, findings)).OfType<YamlSyntax>()] };

    private static YamlSyntax? Refuse(YamlSyntax value, Shape shape, string key, ImmutableArray<Diagnostic>.Builder findings)
    {
        var at = value is ScalarSyntax ? value.Span : value.Span with { Length = Math.Min(1, value.Span.Length) };
        findings.Add(Catalog.WrongType(at, key, shape.Expected, YamlReader.Named(value)));
        return null;
    }
}
