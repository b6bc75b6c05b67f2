using System.Globalization;
using Explainers.Facts;

namespace Explainers.Checking;

/// <summary>What the calendar brings about.</summary>
internal enum AppointmentKind : byte
{
    /// <summary>An embargo ends.</summary>
    Publication,

    /// <summary>The last day of an article is over.</summary>
    Expiry,

    /// <summary>A fact has to be checked again.</summary>
    Review,

    /// <summary>The last day of a fact is over.</summary>
    EndOfFact,

    /// <summary>The last day of somebody's role is over.</summary>
    EndOfRole,

    /// <summary>The contact for reports of security holes has to be checked again.</summary>
    Contact,
}

/// <summary>A day on which something of a sheet changes by itself.</summary>
/// <param name="Day">The first day on which it is otherwise.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Fact">To which entry.</param>
/// <param name="Detail">The role that ends; empty for facts.</param>
internal sealed record DueDay(DateOnly Day, AppointmentKind Kind, FactId Fact, string Detail)
{
    /// <summary>What happens to an entry.</summary>
    public static IEnumerable<DueDay> Of(Fact fact)
    {
        if (fact.ReviewBy is { } review) yield return new DueDay(After(review.LastDay), AppointmentKind.Review, fact.Name, "");
        if (fact.Expires is { } end) yield return new DueDay(After(end.LastDay), AppointmentKind.EndOfFact, fact.Name, "");
        if (fact.Value is not ActorValue actor) yield break;
        foreach (var role in actor.Roles.Where(role => role.Period.Until is not null && role.Text.Length > 0))
            yield return new DueDay(After(role.Period.LastDay), AppointmentKind.EndOfRole, fact.Name, role.Text);
    }

    private static DateOnly After(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);
}

/// <summary>A moment at which the site changes by itself.</summary>
/// <param name="At">The moment; a day begins at midnight in UTC.</param>
/// <param name="HasHour">Whether its hour means something.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Name">To what: the name of an entry, or the address of an article.</param>
/// <param name="File">The file, as messages show it.</param>
/// <param name="Detail">The role that ends; else empty.</param>
internal sealed record Appointment(DateTimeOffset At, bool HasHour, AppointmentKind Kind, string Name, string File, string Detail)
{
    /// <summary>What happens on a day.</summary>
    public static Appointment On(DateOnly day, AppointmentKind kind, string name, string file, string detail) => new(
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), false, kind, name, file, detail);

    /// <summary>The moment for people: the day, and the hour where that means something.</summary>
    public string When => At.UtcDateTime.ToString(HasHour ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What happens, in words.</summary>
    public string What => Kind switch
    {
        AppointmentKind.Publication => $"{Name} is published",
        AppointmentKind.Expiry => $"{Name} is taken down",
        AppointmentKind.Review => $"{Name} is due for review",
        AppointmentKind.EndOfFact => $"{Name} no longer holds",
        AppointmentKind.EndOfRole => $"{Name} is no longer {Detail}",
        _ => "the contact for security reports is due for review",
    };
}
