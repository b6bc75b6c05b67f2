using Explainers.Binding;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Parsing.Yaml;
using Explainers.Proofreading;
using Explainers.Sources;
using static Explainers.Saving.BasicCodecs;
using static Explainers.Saving.BindingCodecs;
using static Explainers.Saving.OutputCodecs;

namespace Explainers.Saving;

/// <summary>
/// How the values of a site are saved between builds, by type. A value whose type is not listed is computed again when it is wanted; that
/// suits syntax and bound articles, which are larger than the work. What a fold over the whole site reads of each file is listed.
/// </summary>
/// <param name="file">The file that messages show under a path, or null.</param>
/// <param name="share">Gives one copy of each text that many values have.</param>
internal sealed class SiteCodecs(Func<string, SourceFile?> file, Func<string, string> share)
{
    private Codec<FileSpan> Span => field ??= new(
        (writer, span) =>
        {
            writer.Text(span.File?.DisplayPath ?? "");
            writer.Number(span.Start);
            writer.Number(span.Length);
        },
        reader => new FileSpan(file(reader.Text()), reader.Number(), reader.Number()));

    private Codec<EquatableArray<Diagnostic>> Findings => field ??= Codecs.List(new Codec<Diagnostic>(
        (writer, finding) =>
        {
            writer.Text(finding.Code);
            writer.Byte((byte)finding.Severity);
            Span.Write(writer, finding.Span);
            writer.Text(finding.Message);
            TextOrNull.Write(writer, finding.Hint);
        },
        reader => new Diagnostic(
            reader.Text(), (Severity)reader.Byte(), Span.Read(reader), reader.Text(), TextOrNull.Read(reader))));

    private Codec<EquatableArray<Acceptance>> Accepted => field ??= Codecs.List(new Codec<Acceptance>(
        (writer, one) =>
        {
            writer.Text(one.Code);
            Span.Write(writer, one.At);
            Span.Write(writer, one.Within);
            TextOrNull.Write(writer, one.Data);
        },
        reader => new Acceptance(reader.Text(), Span.Read(reader), Span.Read(reader)) { Data = TextOrNull.Read(reader) }));

    private static Codec<DueDay> Due => field ??= new(
        (writer, due) =>
        {
            writer.Number(due.Day.DayNumber);
            writer.Byte((byte)due.Kind);
            FactName.Write(writer, due.Fact);
            writer.Text(due.Detail);
        },
        reader => new DueDay(
            DateOnly.FromDayNumber(reader.Number()), (AppointmentKind)reader.Byte(), FactName.Read(reader), reader.Text()));

    private Codec<UnpublishedArticle> Unpublished => field ??= new(
        (writer, article) =>
        {
            writer.Text(article.Path);
            writer.Text(article.Slug);
            writer.Byte((byte)article.Reason);
            When.Write(writer, article.Dates.Published);
            When.Write(writer, article.Dates.Updated);
            Date.Write(writer, article.Dates.Expires);
            Span.Write(writer, article.Dates.UpdatedAt);
            Span.Write(writer, article.Dates.ExpiresAt);
        },
        reader => new UnpublishedArticle(
            reader.Text(), reader.Text(), (UnpublishedReason)reader.Byte(),
            new ArticleDates(When.Read(reader), When.Read(reader), Date.Read(reader))
            {
                UpdatedAt = Span.Read(reader),
                ExpiresAt = Span.Read(reader),
            }));

    private Codec<Publication> Published => field ??= new(
        (writer, publication) =>
        {
            Texts.Write(writer, publication.Articles);
            Texts.Write(writer, publication.Sheets);
            Texts.Write(writer, publication.Images);
            Codecs.List(Unpublished).Write(writer, publication.Unpublished);
            Referred.Write(writer, publication.Waiting);
        },
        reader => new Publication(
            Texts.Read(reader), Texts.Read(reader), Texts.Read(reader), Codecs.List(Unpublished).Read(reader), Referred.Read(reader)));

    private Codec<ShownImage> Image => field ??= new(
        (writer, image) =>
        {
            TextOrNull.Write(writer, image.Path);
            writer.Flag(image.IsPhotograph);
            Span.Write(writer, image.Span);
        },
        reader => new ShownImage(TextOrNull.Read(reader), reader.Flag(), Span.Read(reader)));

    private Codec<ShownEmbed> Embed => field ??= new(
        (writer, embed) =>
        {
            writer.Text(embed.Service);
            writer.Text(embed.Host);
        },
        reader => new ShownEmbed(reader.Text(), reader.Text()));

    /// <summary>Paths that many pages lead to are kept once.</summary>
    private Codec<string> Shared => field ??= new((writer, text) => writer.Text(text), reader => share(reader.Text()));

    private Codec<EquatableArray<string>> SharedTexts => field ??= Codecs.List(Shared);

    private Codec<PageNotes> Notes => field ??= new(
        (writer, notes) =>
        {
            SharedTexts.Write(writer, notes.Ids);
            SharedTexts.Write(writer, notes.Paths);
            Codecs.List(Place).Write(writer, notes.Anchors);
            writer.Flag(notes.IsFaulty);
        },
        reader => new PageNotes(
            SharedTexts.Read(reader), SharedTexts.Read(reader), Codecs.List(Place).Read(reader), reader.Flag()));

    private Codec<Target> Place => field ??= new(
        (writer, target) =>
        {
            TextOrNull.Write(writer, target.Path);
            writer.Text(target.Anchor);
        },
        reader => new Target(Codecs.OrNull(Shared).Read(reader), share(reader.Text())));

    private Codec<OutputRecord> Record => field ??= new(
        (writer, record) =>
        {
            writer.Text(record.Path);
            Codecs.Hash.Write(writer, record.Content);
            FactNames.Write(writer, record.States);
            FactNames.Write(writer, record.Names);
            SharedTexts.Write(writer, record.Assets);
            Codecs.OrNull(Notes).Write(writer, record.Notes);
            Findings.Write(writer, record.Findings);
            TextOrNull.Write(writer, record.Source);
            writer.Flag(record.IsEndless);
            writer.Flag(record.IsEmpty);
        },
        reader => new OutputRecord(
            reader.Text(), Codecs.Hash.Read(reader), FactNames.Read(reader), FactNames.Read(reader), SharedTexts.Read(reader),
            Codecs.OrNull(Notes).Read(reader), Findings.Read(reader))
        {
            Source = TextOrNull.Read(reader),
            IsEndless = reader.Flag(),
            IsEmpty = reader.Flag(),
        });

    private Codec<Claim> Claimed => field ??= new(
        (writer, claim) =>
        {
            writer.Byte((byte)claim.Kind);
            FactName.Write(writer, claim.Fact);
            writer.Text(claim.Subject);
            writer.Text(claim.Text);
            Date.Write(writer, claim.From);
            Date.Write(writer, claim.Until);
            Span.Write(writer, claim.Span);
        },
        reader => new Claim(
            (ClaimKind)reader.Byte(), FactName.Read(reader), reader.Text(), reader.Text(), Date.Read(reader), Date.Read(reader),
            Span.Read(reader)));

    private Codec<ReadPiece> Piece => field ??= new(
        (writer, piece) =>
        {
            Findings.Write(writer, piece.Findings);
            Row.Write(writer, piece.Row);
        },
        reader => new ReadPiece(Findings.Read(reader), Row.Read(reader)));

    private Codec<PageReport> PageReport => field ??= new(
        (writer, report) =>
        {
            Findings.Write(writer, report.Findings);
            writer.Flag(report.IsEndless);
        },
        reader => new PageReport(Findings.Read(reader), reader.Flag()));

    private Codec<ArticleReport> Report => field ??= new(
        (writer, report) =>
        {
            Findings.Write(writer, report.Findings);
            Codecs.OrNull(Row).Write(writer, report.Row);
            Accepted.Write(writer, report.Accepted);
        },
        reader => new ArticleReport(Findings.Read(reader), Codecs.OrNull(Row).Read(reader)) { Accepted = Accepted.Read(reader) });

    /// <summary>All codecs.</summary>
    public CodecSet All()
    {
        var all = new CodecSet()
            .With(new Codec<SiteKey>(static (_, _) => { }, static _ => default))
            .With(FactName).With(ArticleName).With(Output)
            .With(TextOrNull!).With(Codecs.Flag).With(Texts).With(FactNames).With(Findings)
            .With(Codecs.List(ArticleName)).With(Codecs.List(Output)).With(Codecs.OrNone(ArticleName)).With(Codecs.OrNone(Output))
            .With(Diagnosed(Codecs.OrNone(ArticleName))).With(Diagnosed(Codecs.Text));
        AddBinding(all);
        AddOutputs(all);
        return all;
    }

    private Codec<Diagnosed<T>> Diagnosed<T>(Codec<T> value) => new(
        (writer, diagnosed) =>
        {
            value.Write(writer, diagnosed.Value);
            Findings.Write(writer, diagnosed.Findings);
        },
        reader => new Diagnosed<T>(value.Read(reader), Findings.Read(reader)))
    {
        Takes = diagnosed => value.Takes(diagnosed.Value),
    };

    private void AddBinding(CodecSet all) => all
        .With(When).With(Referred).With(Status).With(Published).With(Codecs.OrNull(Unpublished))
        .With(Codecs.OrNull(Sheet)).With(Head).With(Codecs.List(Head)).With(Codecs.List(Formula)).With(Codecs.List(Ring))
        .With(Codecs.OrNull(Writer)).With(Codecs.OrNull(Image))
        .With(Front).With(Stated).With(Codecs.List(Image)).With(Codecs.List(Embed)).With(Diagnosed(Codecs.List(Names)));

    private void AddOutputs(CodecSet all) => all
        .With(Piece).With(Report).With(Accepted).With(Codecs.List(Due)).With(PageReport).With(Mark).With(Codecs.List(Mark))
        .With(Codecs.OrNull(Row)).With(Parts)
        .With(new Codec<Coverage>(
            (writer, coverage) => Codecs.List(Row).Write(writer, coverage.Rows), reader => new Coverage(Codecs.List(Row).Read(reader))))
        .With(Codecs.OrNull(Someone)).With(Codecs.List(Someone)).With(Codecs.List(Mentioned)).With(Codecs.List(Sourced))
        .With(Codecs.List(Changed)).With(Codecs.List(Claimed)).With(Codecs.List(Corrected))
        .With(Related).With(Page).With(Codecs.OrNull(Card)).With(Record)
        .With(Searched).With(Codecs.List(Searched))
        .With(Codecs.OrNull(new Codec<PageIds>(
            (writer, ids) => SharedTexts.Write(writer, ids.All), reader => new PageIds(SharedTexts.Read(reader)))));
}
