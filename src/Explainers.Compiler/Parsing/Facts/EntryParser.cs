using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Facts;

/// <summary>Reads the entries of one sheet.</summary>
internal sealed class EntryParser(SourceFile file, QuotationMarks marks, ImmutableArray<Diagnostic>.Builder findings)
{
    private readonly string _text = file.Text;

    /// <summary>The entries in written order; one that lacks what it cannot do without has been reported, and is left out.</summary>
    public ImmutableArray<EntrySyntax> All(MappingSyntax sheet) =>
    [
        .. Mapped(sheet, "facts", Fact)
            .Concat(Mapped(sheet, "people", (id, keys) => Actor(id, keys, Person)))
            .Concat(Mapped(sheet, "organisations", (id, keys) => Actor(id, keys, Organisation)))
            .Concat(Mapped(sheet, "quotes", Quote))
            .Concat(Mapped(sheet, "places", Place))
            .Concat(Mapped(sheet, "terms", Term))
            .Concat(Mapped(sheet, "tables", Table))
            .Concat(sheet.Records("events").Select(Event))
            .OfType<EntrySyntax>()
            .Where(entry => Names.IsIdentifier(entry.Id, findings))
            .OrderBy(entry => entry.Id.Span.Start),
    ];

    /// <summary>A text that may refer to facts, or null.</summary>
    public ProseSyntax? Prose(ScalarSyntax? scalar) => scalar is null ? null : ProseParser.Parse(scalar, _text, marks, findings);

    private static IEnumerable<EntrySyntax?> Mapped(MappingSyntax sheet, string key, Func<ScalarSyntax, YamlSyntax, EntrySyntax?> read) =>
        sheet.Map(key).Select(entry => read(entry.Key, entry.Value));

    private EntrySyntax? Fact(ScalarSyntax id, YamlSyntax written)
    {
        if (written is ScalarSyntax brief) return new EntrySyntax(id, null, new LiteralSyntax(brief), ProvenanceSyntax.Nothing);
        var keys = (MappingSyntax)written;
        if (keys.Scalar("value") is { } value)
        {
            var literal = new LiteralSyntax(value, keys.Text("type"), keys.Scalar("in"), keys.Scalar("digits"));
            return new EntrySyntax(id, keys.Text("label"), literal, Provenance(keys));
        }
        var versions = keys.Records("disputed");
        if (versions.IsEmpty && keys["disputed"] is SequenceSyntax { Items.IsEmpty: true } empty)
            findings.Add(Catalog.WrongType(empty.Span, "disputed", "a list of versions", "an empty list"));
        return versions.IsEmpty ? null : new EntrySyntax(id, keys.Text("label"), Disputed(versions), Provenance(keys));
    }

    private static DisputedSyntax Disputed(ImmutableArray<MappingSyntax> versions) => new(
    [
        .. versions
            .Where(version => version.Scalar("value") is not null)
            .Select(version =>
                new VersionSyntax(
                    new LiteralSyntax(version.Scalar("value")!, version.Text("type")),
                    version.List("source"),
                    version.Date("as_of"),
                    version.Text("id"))
                { By = version.Text("by") }),
    ]);

    private EntrySyntax? Actor(ScalarSyntax id, YamlSyntax written, Func<MappingSyntax, ActorSyntax> read)
    {
        var keys = (MappingSyntax)written;
        var actor = read(keys);
        return actor.Names.IsEmpty ? null : new EntrySyntax(id, Periods.InOrder(actor.Names)[^1].Text.Text, actor, Provenance(keys));
    }

    private static PersonSyntax Person(MappingSyntax keys) =>
        new(ByDate(keys, "name"), ByDate(keys, "role"), keys.List("aliases"), keys.Scalar("organisation"), keys.Text("side"));

    private static OrganisationSyntax Organisation(MappingSyntax keys) =>
        new(ByDate(keys, "name"), ByDate(keys, "role"), keys.List("aliases"), keys.Scalar("part_of"), keys.Text("country"));

    /// <summary>A text, or texts each with its time.</summary>
    private static ImmutableArray<DatedSyntax> ByDate(MappingSyntax keys, string key)
    {
        var items = keys[key] switch { SequenceSyntax list => list.Items, { } only => [only], null => [] };
        return [.. items.Select(item => item switch
        {
            ScalarSyntax text => new DatedSyntax(text, null, null, null),
            MappingSyntax dated when dated.Scalar(key) is { } text =>
                new DatedSyntax(text, dated.Date("from"), dated.Date("until"), dated.Scalar("organisation")),
            _ => null,
        }).OfType<DatedSyntax>()];
    }

    private EntrySyntax? Quote(ScalarSyntax id, YamlSyntax written)
    {
        var keys = (MappingSyntax)written;
        return keys.Text("text") is { } text
            ? new EntrySyntax(id, null, new QuoteSyntax(text, keys.Scalar("speaker")), Provenance(keys) with { AsOf = keys.Date("date") })
            : null;
    }

    private EntrySyntax? Event(MappingSyntax keys)
    {
        if (keys.Scalar("title") is not { } title || keys.Scalar("date") is not { } date) return null;
        var id = keys.Scalar("id") ?? title with { Text = Names.Snake(title.Text) };
        return new EntrySyntax(id, title.Text, new EventSyntax(date, title.Text, keys.Scalar("place")), Provenance(keys));
    }

    private EntrySyntax? Place(ScalarSyntax id, YamlSyntax written)
    {
        var keys = (MappingSyntax)written;
        return keys.Text("name") is { } name && keys.Scalar("at") is { } at
            ? new EntrySyntax(id, name, new PlaceSyntax(name, at, keys.Scalar("zone")), Provenance(keys))
            : null;
    }

    private EntrySyntax? Term(ScalarSyntax id, YamlSyntax written)
    {
        var keys = (MappingSyntax)written;
        return keys.Text("term") is { } term && Prose(keys.Scalar("means")) is { } means
            ? new EntrySyntax(id, term, new TermSyntax(term, means), Provenance(keys))
            : null;
    }

    private EntrySyntax? Table(ScalarSyntax id, YamlSyntax written)
    {
        var keys = (MappingSyntax)written;
        var rows = keys["rows"] is SequenceSyntax sequence ? sequence.Items.OfType<SequenceSyntax>() : [];
        var data = keys.Scalar("file") is { } file ? new DataSyntax(file, keys) : null;
        var columns = Columns(keys);
        return columns.IsEmpty && data is null
            ? null
            : new EntrySyntax(id, keys.Text("label"), new TableSyntax(columns, [.. rows])
            {
                Data = data,
                Keys = keys.List("key"),
                Total = keys.Scalar("total"),
            }, Provenance(keys));
    }

    /// <summary>The columns of a table: a list of names, or ids with what is said of each.</summary>
    private ImmutableArray<TableColumnSyntax> Columns(MappingSyntax keys) => keys["columns"] is not MappingSyntax named
        ? [.. keys.List("columns").Select(name => new TableColumnSyntax(name, null))]
        : [.. named.Entries.Where(column => Names.IsIdentifier(column.Key, findings)).Select(column => new TableColumnSyntax(
            column.Key,
            column.Value as MappingSyntax
                ?? new MappingSyntax([new KeyValueSyntax(column.Key with { Text = "type" }, column.Value)], column.Value.Span)))];

    private ProvenanceSyntax Provenance(MappingSyntax keys) => new(
        keys.List("source"),
        keys.Date("as_of"),
        keys.Date("review_by"),
        keys.Date("expires"),
        Prose(keys.Scalar("note")),
        keys.Text("important") == "true",
        [.. keys.Records("changes").Select(Change).OfType<ChangeSyntax>()])
    {
        Owner = keys.Scalar("owner"),
    };

    private ChangeSyntax? Change(MappingSyntax keys) =>
        keys.Date("date") is { } date && keys.Scalar("was") is { } was && Prose(keys.Scalar("why")) is { } why
        ? new ChangeSyntax(date, keys.Text("kind") == "correction" ? ChangeKind.Correction : ChangeKind.Update, was, why)
        : null;
}
