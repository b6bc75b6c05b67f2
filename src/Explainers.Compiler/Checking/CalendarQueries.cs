using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>What the calendar will bring about: embargoes and articles that end, facts that fall due, roles that end.</summary>
internal sealed class CalendarQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public CalendarQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        OfSheet = engine.Query<string, EquatableArray<DueDay>>("calendar of a sheet", (reads, sheet) => binding.Facts.Sheet
            .Get(reads, sheet)!.Facts.SelectMany(fact => DueDay.Of(binding.Facts.Fact.Get(reads, fact))).ToEquatable());
    }

    private Query<string, EquatableArray<DueDay>> OfSheet { get; }

    /// <summary>All that a site has in its calendar, in order of time.</summary>
    public ImmutableArray<Appointment> All(Reads reads) =>
    [
        .. Articles(reads).Concat(Sheets(reads)).Concat(Contact(reads))
            .OrderBy(appointment => appointment.At).ThenBy(appointment => appointment.Kind)
            .ThenBy(appointment => appointment.Name, StringComparer.Ordinal),
    ];

    /// <summary>What happens next, at one moment.</summary>
    public ImmutableArray<Appointment> Next(Reads reads, DateTimeOffset now)
    {
        var later = Later(All(reads), now);
        return [.. later.TakeWhile(appointment => appointment.At == later[0].At)];
    }

    /// <summary>What is still to come.</summary>
    public static ImmutableArray<Appointment> Later(ImmutableArray<Appointment> all, DateTimeOffset now) =>
        [.. all.Where(appointment => appointment.At > now)];

    private IEnumerable<Appointment> Articles(Reads reads)
    {
        foreach (var article in _binding.Publication.Published.Get(reads, default).Unpublished)
        {
            if (article.Reason != UnpublishedReason.Embargoed) continue;
            var (url, file) = ($"/{article.Slug}/", _binding.Publication.DisplayPath.Get(reads, article.Path));
            var published = article.Dates.Published!;
            yield return published.HasHour
                ? new Appointment(published.Instant.ToDateTimeOffset(), true, AppointmentKind.Publication, url, file, "")
                : Appointment.On(published.Day, AppointmentKind.Publication, url, file, "");
            if (article.Dates.Expires is { } end) yield return Expiry(end, url, file);
        }
        foreach (var article in _binding.Articles.All.Get(reads, default))
            if (_binding.Articles.Head.Get(reads, article) is { Expires: { } end } head)
                yield return Expiry(end, head.Url, _binding.Publication.DisplayPath.Get(reads, article.Path));
    }

    private static Appointment Expiry(PartialDate end, string url, string file) =>
        Appointment.On(end.LastDay.AddDays(1), AppointmentKind.Expiry, url, file, "");

    private IEnumerable<Appointment> Sheets(Reads reads) => _binding.Facts.ByTitle.Get(reads, default).SelectMany(sheet =>
    {
        var file = _binding.Publication.DisplayPath.Get(reads, _binding.Facts.Path.Get(reads, sheet)!);
        return OfSheet.Get(reads, sheet).Select(due => Appointment.On(due.Day, due.Kind, due.Fact.Name, file, due.Detail));
    });

    private IEnumerable<Appointment> Contact(Reads reads)
    {
        if (_binding.Publication.Settings(reads) is not { Security: { } contact, File: { } file }) yield break;
        var last = DateOnly.ParseExact(contact.Expires.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return Appointment.On(last.AddDays(1), AppointmentKind.Contact, "security", file.DisplayPath, "");
    }
}
