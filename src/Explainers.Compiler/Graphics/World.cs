using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace Explainers.Graphics;

/// <summary>
/// Coastlines and borders, of Natural Earth (public domain); World/make-world.mjs makes the file, and says how it is written.
/// </summary>
internal sealed class World
{
    private const double UnitsPerDegree = 100;
    private static readonly Lazy<World> Read = new(() => new World());
    private readonly byte[] _bytes;
    private int _at;

    private World()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("world.bin")!;
        _bytes = new byte[stream.Length];
        stream.ReadExactly(_bytes);
        Land = ReadLines();
        Borders = ReadLines();
        Countries = ReadCountries();
    }

    /// <summary>The world, read once.</summary>
    public static World Known => Read.Value;

    /// <summary>Closed rings around land, and around lakes within it.</summary>
    public ImmutableArray<ImmutableArray<SpherePoint>> Land { get; }

    /// <summary>Lines between countries, without those that the United Nations do not take for borders.</summary>
    public ImmutableArray<ImmutableArray<SpherePoint>> Borders { get; }

    /// <summary>Countries and areas that have a code of ISO 3166, in order of code.</summary>
    public ImmutableArray<Country> Countries { get; }

    /// <summary>The country of a code in two or three letters, or null.</summary>
    public Country? Find(string code) =>
        Countries.FirstOrDefault(country => country.Code == code || country.LongCode == code);

    private ImmutableArray<Country> ReadCountries()
    {
        var countries = ImmutableArray.CreateBuilder<Country>();
        for (var count = Number(); count > 0; count--)
        {
            var codes = Encoding.ASCII.GetString(_bytes, _at, 5);
            _at += 5;
            countries.Add(new Country(codes[..2], codes[2..], ReadLines()));
        }
        return countries.ToImmutable();
    }

    private ImmutableArray<ImmutableArray<SpherePoint>> ReadLines()
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<SpherePoint>>();
        for (var count = Number(); count > 0; count--)
        {
            var points = ImmutableArray.CreateBuilder<SpherePoint>();
            var (longitude, latitude) = (0, 0);
            for (var length = Number(); length > 0; length--)
            {
                longitude += Signed();
                latitude += Signed();
                points.Add(SpherePoint.At(latitude / UnitsPerDegree, longitude / UnitsPerDegree));
            }
            lines.Add(points.ToImmutable());
        }
        return lines.ToImmutable();
    }

    private int Signed() => Number() is var number && (number & 1) == 0 ? number >> 1 : ~(number >> 1);

    private int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _bytes[_at++];
            number |= (next & 0x7F) << shift;
            if (next < 0x80) return number;
        }
    }
}

/// <summary>A country or area.</summary>
/// <param name="Code">Its code of ISO 3166 in two letters.</param>
/// <param name="LongCode">Its code in three letters.</param>
/// <param name="Rings">Its outlines.</param>
internal sealed record Country(string Code, string LongCode, ImmutableArray<ImmutableArray<SpherePoint>> Rings);
