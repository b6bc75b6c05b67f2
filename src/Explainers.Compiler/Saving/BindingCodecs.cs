using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Incremental;
using Explainers.Incremental.Packs;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using NodaTime;
using static Explainers.Saving.BasicCodecs;

namespace Explainers.Saving;

/// <summary>What other files read of a sheet or an article.</summary>
internal static class BindingCodecs
{
    public static readonly Codec<PartialDate?> Date = Codecs.OrNone(new Codec<PartialDate>(
        (writer, date) =>
        {
            writer.Number(date.Year);
            writer.Byte((byte)date.Month);
            writer.Byte((byte)date.Day);
        },
        reader => new PartialDate(reader.Number(), reader.Byte(), reader.Byte())));

    /// <summary>A day, or a moment in a zone of the IANA database.</summary>
    public static readonly Codec<PublicationDate?> When = Codecs.OrNull(new Codec<PublicationDate>(
        (writer, date) =>
        {
            writer.Flag(date.When is DateValue);
            if (date.When is DateValue day) Date.Write(writer, day.Date);
            if (date.When is not MomentValue { Moment: var moment }) return;
            writer.Long((ulong)moment.ToInstant().ToUnixTimeTicks());
            writer.Text(moment.Zone.Id);
        },
        reader =>
        {
            if (reader.Flag()) return new PublicationDate(new DateValue(Date.Read(reader)!.Value));
            var instant = Instant.FromUnixTimeTicks((long)reader.Long());
            return new PublicationDate(new MomentValue(instant.InZone(DateTimeZoneProviders.Tzdb[reader.Text()])));
        }));

    public static readonly Codec<Named> Names = new(
        (writer, named) =>
        {
            writer.Text(named.Path);
            writer.Text(named.Name);
        },
        reader => new Named(reader.Text(), reader.Text()));

    public static readonly Codec<References> Referred = new(
        (writer, references) =>
        {
            Texts.Write(writer, references.Sheets);
            FactNames.Write(writer, references.Facts);
            Texts.Write(writer, references.WholeSheets);
            Texts.Write(writer, references.Images);
            Texts.Write(writer, references.Authors);
        },
        reader => new References(
            Texts.Read(reader), FactNames.Read(reader), Texts.Read(reader), Texts.Read(reader), Texts.Read(reader)));

    private static readonly Codec<AuthorLink> Link = new(
        (writer, link) =>
        {
            writer.Text(link.Label);
            writer.Text(link.Url);
        },
        reader => new AuthorLink(reader.Text(), reader.Text()));

    public static readonly Codec<Author> Writer = new(
        (writer, author) =>
        {
            writer.Text(author.Id);
            writer.Text(author.Name);
            TextOrNull.Write(writer, author.Role);
            TextOrNull.Write(writer, author.Bio);
            TextOrNull.Write(writer, author.Photograph);
            Codecs.List(Link).Write(writer, author.Links);
            Texts.Write(writer, author.Languages);
            Texts.Write(writer, author.Expertise);
            TextOrNull.Write(writer, author.Email);
        },
        reader => new Author(
            reader.Text(), reader.Text(), TextOrNull.Read(reader), TextOrNull.Read(reader), TextOrNull.Read(reader),
            Codecs.List(Link).Read(reader), Texts.Read(reader), Texts.Read(reader), TextOrNull.Read(reader)));

    private static readonly Codec<Contribution> Part = new(
        (writer, part) =>
        {
            writer.Byte((byte)part.Kind);
            writer.Text(part.Author);
            Date.Write(writer, part.Date);
        },
        reader => new Contribution((ContributionKind)reader.Byte(), reader.Text(), Date.Read(reader)));

    public static readonly Codec<ArticleStatus> Status = new(
        (writer, status) =>
        {
            writer.Text(status.Path);
            writer.Text(status.DisplayPath);
            writer.Text(status.Slug);
            writer.Flag(status.IsDraft);
            When.Write(writer, status.Published);
            When.Write(writer, status.Updated);
            Date.Write(writer, status.Expires);
            Texts.Write(writer, status.Aliases);
        },
        reader => new ArticleStatus(
            reader.Text(), reader.Text(), reader.Text(), reader.Flag(), When.Read(reader), When.Read(reader),
            Date.Read(reader), Texts.Read(reader)));

    public static readonly Codec<FactSheet> Sheet = new(
        (writer, sheet) =>
        {
            writer.Text(sheet.Name);
            writer.Text(sheet.Title);
            Texts.Write(writer, sheet.Aliases);
            FactNames.Write(writer, sheet.Facts);
            writer.Text(sheet.Path);
        },
        reader => new FactSheet(reader.Text(), reader.Text(), Texts.Read(reader), FactNames.Read(reader), reader.Text()));

    public static readonly Codec<FactHead> Head = new(
        (writer, head) =>
        {
            FactName.Write(writer, head.Name);
            writer.Text(head.Label);
            writer.Byte((byte)head.Kind);
            writer.Flag(head.IsUnread);
            writer.Flag(head.IsMissing);
        },
        reader => new FactHead(FactName.Read(reader), reader.Text(), (EntryKind)reader.Byte())
        {
            IsUnread = reader.Flag(),
            IsMissing = reader.Flag(),
        });

    public static readonly Codec<FormulaUse> Formula = new(
        (writer, use) =>
        {
            FactName.Write(writer, use.From);
            FactNames.Write(writer, use.To);
        },
        reader => new FormulaUse(FactName.Read(reader), FactNames.Read(reader)));

    public static readonly Codec<FormulaRing> Ring = new(
        (writer, ring) =>
        {
            FactName.Write(writer, ring.To);
            FactNames.Write(writer, ring.Chain);
        },
        reader => new FormulaRing(FactName.Read(reader), FactNames.Read(reader)));

    public static readonly Codec<ArticleFacts> Stated = new(
        (writer, facts) =>
        {
            FactNames.Write(writer, facts.States);
            FactNames.Write(writer, facts.KeyFacts);
            writer.Number(facts.Minutes);
            FactNames.Write(writer, facts.Sources);
        },
        reader => new ArticleFacts(FactNames.Read(reader), FactNames.Read(reader), reader.Number()) { Sources = FactNames.Read(reader) });

    /// <summary>Titles, descriptions and summaries: words, links, and references that do not convert their value.</summary>
    public static readonly Codec<EquatableArray<BodyPart>> Parts = Codecs.List(new Codec<BodyPart>(
        (writer, part) =>
        {
            writer.Byte(part switch { HtmlPart => 0, UrlPart => 1, TextPart => 2, _ => 3 });
            if (part is TextPart text) writer.Text(text.Text);
            if (part is HtmlPart words) writer.Text(words.Html);
            if (part is UrlPart link) TextOrNull.Write(writer, link.Url);
            if (part is not FactPart reference) return;
            FactName.Write(writer, reference.Fact);
            writer.Byte((byte)reference.Format.Form);
            writer.Byte((byte)reference.Format.Note);
            TextOrNull.Write(writer, reference.Format.Words);
            Date.Write(writer, reference.Format.AsOf);
            writer.Flag(reference.Format.IsFirst);
            writer.Byte((byte)reference.Context);
        },
        reader => reader.Byte() switch
        {
            0 => new HtmlPart(reader.Text()),
            1 => new UrlPart(TextOrNull.Read(reader)),
            2 => new TextPart(reader.Text()),
            _ => Reference(reader),
        })
    {
        Takes = part => part is HtmlPart or UrlPart or TextPart or FactPart { Format.Shown: null },
    });

    public static readonly Codec<ArticleHead> Front = new(
        (writer, head) =>
        {
            ArticleName.Write(writer, head.Id);
            writer.Byte((byte)head.Kind);
            writer.Text(head.Url);
            writer.Text(head.Language);
            Parts.Write(writer, head.Title);
            Parts.Write(writer, head.Description);
            When.Write(writer, head.Published);
            When.Write(writer, head.Updated);
            Texts.Write(writer, head.Topics);
            Texts.Write(writer, head.About);
            writer.Flag(head.IsSearched);
            writer.Flag(head.IsDraft);
            Date.Write(writer, head.Expires);
            Date.Write(writer, head.AsOf);
            Texts.Write(writer, head.Authors);
            Codecs.List(Part).Write(writer, head.Contributions);
            TextOrNull.Write(writer, head.Genre);
            writer.Text(head.Lasting);
        },
        reader => new ArticleHead(
            ArticleName.Read(reader), (ArticleKind)reader.Byte(), reader.Text(), reader.Text(), Parts.Read(reader), Parts.Read(reader),
            When.Read(reader), When.Read(reader), Texts.Read(reader), Texts.Read(reader))
        {
            IsSearched = reader.Flag(),
            IsDraft = reader.Flag(),
            Expires = Date.Read(reader),
            AsOf = Date.Read(reader),
            Authors = Texts.Read(reader),
            Contributions = Codecs.List(Part).Read(reader),
            Genre = TextOrNull.Read(reader),
            Lasting = reader.Text(),
        })
    {
        Takes = head => Parts.Takes(head.Title) && Parts.Takes(head.Description),
    };

    private static FactPart Reference(PackReader reader) => new(
        FactName.Read(reader), new FactFormat((FactForm)reader.Byte(), (SourceNote)reader.Byte(), null, TextOrNull.Read(reader))
        {
            AsOf = Date.Read(reader),
            IsFirst = reader.Flag(),
        },
        (InlineContext)reader.Byte());
}
