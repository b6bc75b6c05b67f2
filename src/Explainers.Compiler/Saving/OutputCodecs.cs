using System.Collections.Frozen;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Outputs.Search;
using Explainers.Scopes;
using static Explainers.Saving.BasicCodecs;
using static Explainers.Saving.BindingCodecs;

namespace Explainers.Saving;

/// <summary>What checks and indexes gather.</summary>
internal static class OutputCodecs
{
    public static readonly Codec<CoverageRow> Row = new(
        (writer, row) =>
        {
            writer.Text(row.File);
            writer.Number(row.Bound);
            writer.Number(row.Figures);
        },
        reader => new CoverageRow(reader.Text(), reader.Number(), reader.Number()));

    public static readonly Codec<Person> Someone = new(
        (writer, person) =>
        {
            writer.Text(person.Id);
            writer.Text(person.Name);
            FactNames.Write(writer, person.Entries);
        },
        reader => new Person(reader.Text(), reader.Text(), FactNames.Read(reader)));

    public static readonly Codec<Mention> Mentioned = new(
        (writer, mention) =>
        {
            FactName.Write(writer, mention.Fact);
            Codecs.OrNone(FactName).Write(writer, mention.Entry);
            TextOrNull.Write(writer, mention.Speaker);
        },
        reader => new Mention(FactName.Read(reader), Codecs.OrNone(FactName).Read(reader), TextOrNull.Read(reader)));

    public static readonly Codec<Citation> Cited = new(
        (writer, citation) =>
        {
            writer.Text(citation.Publisher);
            writer.Text(citation.Title);
            TextOrNull.Write(writer, citation.Url);
            Date.Write(writer, citation.Date);
            Date.Write(writer, citation.Accessed);
            TextOrNull.Write(writer, citation.Archived);
            TextOrNull.Write(writer, citation.Language);
            TextOrNull.Write(writer, citation.Note);
        },
        reader => new Citation(
            reader.Text(), reader.Text(), TextOrNull.Read(reader), Date.Read(reader), Date.Read(reader), TextOrNull.Read(reader),
            TextOrNull.Read(reader), TextOrNull.Read(reader)));

    public static readonly Codec<CitedFact> Sourced = new(
        (writer, cited) =>
        {
            FactName.Write(writer, cited.Fact);
            Codecs.List(Cited).Write(writer, cited.Citations);
        },
        reader => new CitedFact(FactName.Read(reader), Codecs.List(Cited).Read(reader)));

    public static readonly Codec<DatedChange> Changed = new(
        (writer, change) =>
        {
            FactName.Write(writer, change.Fact);
            Date.Write(writer, change.Date);
            writer.Number(change.Number);
        },
        reader => new DatedChange(FactName.Read(reader), Date.Read(reader)!.Value, reader.Number()));

    public static readonly Codec<Affinity> Related = new(
        (writer, affinity) =>
        {
            ArticleName.Write(writer, affinity.Article);
            Texts.Write(writer, affinity.Sheets);
            Texts.Write(writer, affinity.People);
            Texts.Write(writer, affinity.Topics);
        },
        reader => new Affinity(ArticleName.Read(reader), Texts.Read(reader), Texts.Read(reader), Texts.Read(reader)));

    private static readonly Codec<Pager?> Shown = Codecs.OrNull(new Codec<Pager>(
        (writer, pager) =>
        {
            writer.Text(pager.First);
            writer.Number(pager.Number);
            writer.Number(pager.Count);
            writer.Number(pager.Size);
        },
        reader => new Pager(reader.Text(), reader.Number(), reader.Number(), reader.Number())));

    public static readonly Codec<PageHead> Page = new(
        (writer, head) =>
        {
            writer.Text(head.Url);
            writer.Text(head.Layout);
            writer.Text(head.Language);
            TextOrNull.Write(writer, head.Title);
            writer.Text(head.Description);
            When.Write(writer, head.Published);
            When.Write(writer, head.Changed);
            FactNames.Write(writer, head.States);
            FactNames.Write(writer, head.Names);
            Shown.Write(writer, head.Pager);
        },
        reader => new PageHead(
            reader.Text(), reader.Text(), reader.Text(), TextOrNull.Read(reader), reader.Text(), When.Read(reader),
            When.Read(reader))
        {
            States = FactNames.Read(reader),
            Names = FactNames.Read(reader),
            Pager = Shown.Read(reader),
        });

    public static readonly Codec<SocialCard> Card = new(
        (writer, card) =>
        {
            writer.Text(card.Url);
            writer.Text(card.Alt);
            writer.Text(card.Key);
            writer.Number(card.Texts.Count);
            foreach (var (name, text) in card.Texts.OrderBy(text => text.Key, StringComparer.Ordinal))
            {
                writer.Text(name);
                writer.Text(text);
            }
            writer.Text(card.Writing.Language);
            writer.Flag(card.Writing.IsRightToLeft);
            FactNames.Write(writer, card.States);
            Codecs.OrNone(ArticleName).Write(writer, card.Source);
        },
        reader => new SocialCard(
            reader.Text(), reader.Text(), reader.Text(),
            Enumerable.Range(0, reader.Number()).Select(_ => KeyValuePair.Create(reader.Text(), reader.Text()))
                .ToFrozenDictionary(StringComparer.Ordinal),
            new(reader.Text(), reader.Flag()), FactNames.Read(reader), Codecs.OrNone(ArticleName).Read(reader)));

    public static readonly Codec<SearchEntry> Searched = new(
        (writer, entry) =>
        {
            writer.Byte((byte)entry.Kind);
            writer.Text(entry.Url);
            writer.Text(entry.Title);
            TextOrNull.Write(writer, entry.Context);
            writer.Text(entry.Text);
            writer.Number(entry.Words.Length);
            writer.Bytes(entry.Words.Items.AsSpan());
        },
        reader => new SearchEntry((SearchKind)reader.Byte(), reader.Text(), reader.Text(), TextOrNull.Read(reader), reader.Text())
        {
            Words = [.. reader.Bytes(reader.Number()).Span],
        });

    /// <summary>What tells a finished file from any other.</summary>
    public static readonly Codec<OutputMark> Mark = new(
        (writer, mark) =>
        {
            writer.Text(mark.Path);
            Codecs.Hash.Write(writer, mark.Content);
            writer.Flag(mark.IsEndless);
        },
        reader => new OutputMark(reader.Text(), Codecs.Hash.Read(reader), reader.Flag()));
}
