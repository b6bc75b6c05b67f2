using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Explainers.Parsing.Pictures;

/// <summary>
/// A colour profile made anew from the numbers of another: primaries and curves stay; names, rights, makers and dates do not.
/// </summary>
/// <param name="Bytes">The profile.</param>
/// <param name="IsForPrint">Whether tables explain its colours, which cannot be checked; then there are no bytes.</param>
internal sealed record ColourProfile(byte[] Bytes, bool IsForPrint)
{
    /// <summary>The most bytes of a profile that are read.</summary>
    public const int Most = 4 << 20;

    private const int HeaderLength = 128, EntryLength = 12, MostTags = 200;
    private static readonly ImmutableArray<string> Colours = ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];
    private static readonly ImmutableArray<string> Greys = ["kTRC"];
    private static readonly ImmutableArray<string> Optional = ["wtpt", "chad", "cicp"];

    /// <summary>Cleans a profile; null for none, and for one that is damaged, which browsers ignore as well.</summary>
    public static ColourProfile? Clean(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderLength + 4 || profile.Length > Most || !profile[36..].StartsWith("acsp"u8)) return null;
        var needed = profile[16..].StartsWith("RGB "u8) ? Colours : profile[16..].StartsWith("GRAY"u8) ? Greys : [];
        var tags = Tags(profile);
        if (tags is null) return null;
        if (needed.IsEmpty || !needed.All(tags.ContainsKey)) return new ColourProfile([], IsForPrint: true);
        return new ColourProfile(Written(profile, [.. needed.Concat(Optional).Where(tags.ContainsKey)
            .Select(name => KeyValuePair.Create(name, tags[name]))]), IsForPrint: false);
    }

    /// <summary>The tags that say what the colours are, each with exactly the bytes of its type; null where the table is broken.</summary>
    private static Dictionary<string, byte[]>? Tags(ReadOnlySpan<byte> profile)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        if (count > MostTags || HeaderLength + 4 + (count * EntryLength) > profile.Length) return null;
        var tags = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var entry = profile.Slice(HeaderLength + 4 + (i * EntryLength), EntryLength);
            var (offset, size) = (BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), BinaryPrimitives.ReadUInt32BigEndian(entry[8..]));
            if (offset > profile.Length || size > profile.Length - offset) return null;
            if (Exact(profile.Slice((int)offset, (int)size)) is { } data) tags[System.Text.Encoding.ASCII.GetString(entry[..4])] = data;
        }
        return tags;
    }

    /// <summary>The value of a tag without what may follow it; null for a type that holds more than numbers.</summary>
    private static byte[]? Exact(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 12) return null;
        ReadOnlySpan<int> parameters = [1, 3, 4, 5, 7];
        var curve = BinaryPrimitives.ReadUInt16BigEndian(tag[8..]);
        long length = System.Text.Encoding.ASCII.GetString(tag[..4]) switch
        {
            "XYZ " => 20,
            "sf32" => 8 + (9 * 4),
            "cicp" => 12,
            "curv" => 12 + (2L * BinaryPrimitives.ReadUInt32BigEndian(tag[8..])),
            "para" when curve < parameters.Length => 12 + (4 * parameters[curve]),
            _ => long.MaxValue,
        };
        if (length > tag.Length || (tag.StartsWith("curv"u8) && !Rises(tag[12..(int)length]))) return null;
        return [.. tag[..4], 0, 0, 0, 0, .. tag[8..(int)length]];
    }

    /// <summary>Whether the points of a curve never fall, as those of a screen do not.</summary>
    private static bool Rises(ReadOnlySpan<byte> points)
    {
        ushort last = 0;
        for (var at = 0; at < points.Length; at += 2)
        {
            var point = BinaryPrimitives.ReadUInt16BigEndian(points[at..]);
            if (point < last) return false;
            last = point;
        }
        return true;
    }

    private static byte[] Written(ReadOnlySpan<byte> old, IEnumerable<KeyValuePair<string, byte[]>> kept)
    {
        KeyValuePair<string, byte[]>[] tags = [.. Names(isNew: old[8] >= 4), .. kept];
        var profile = new List<byte>(Header(old));
        profile.AddRange(Number(tags.Length));
        var offset = HeaderLength + 4 + (tags.Length * EntryLength);
        var data = new List<byte>();
        var known = new List<(byte[] Tag, int Offset)>();
        foreach (var (name, tag) in tags)
        {
            if (known.FindIndex(one => one.Tag.AsSpan().SequenceEqual(tag)) is var same && same < 0)
            {
                same = known.Count;
                known.Add((tag, offset + data.Count));
                data.AddRange(tag);
                while (data.Count % 4 != 0) data.Add(0);
            }
            profile.AddRange([.. System.Text.Encoding.ASCII.GetBytes(name), .. Number(known[same].Offset), .. Number(tag.Length)]);
        }
        profile.AddRange(data);
        BinaryPrimitives.WriteInt32BigEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(profile), profile.Count);
        return [.. profile];
    }

    /// <summary>Version, class, colours and intent are those of the old header; the day is the first of the year 2000.</summary>
    private static byte[] Header(ReadOnlySpan<byte> old)
    {
        var header = new byte[HeaderLength];
        old[8..24].CopyTo(header.AsSpan(8));
        (header[24], header[25], header[27], header[29]) = (0x07, 0xD0, 1, 1);
        "acsp"u8.CopyTo(header.AsSpan(36));
        old[64..68].CopyTo(header.AsSpan(64));
        ReadOnlySpan<byte> daylight = [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];
        daylight.CopyTo(header.AsSpan(68));
        return header;
    }

    /// <summary>The name and the rights that every profile must state, with nothing in them.</summary>
    private static KeyValuePair<string, byte[]>[] Names(bool isNew)
    {
        byte[] texts = [.. "mluc"u8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 12, .. "enUS"u8, 0, 0, 0, 2, 0, 0, 0, 28, 0, (byte)'-'];
        byte[] description = [.. "desc"u8, 0, 0, 0, 0, 0, 0, 0, 2, (byte)'-', 0, .. new byte[4 + 4 + 2 + 1 + 67]];
        byte[] text = [.. "text"u8, 0, 0, 0, 0, (byte)'-', 0];
        return isNew ? [new("desc", texts), new("cprt", texts)] : [new("desc", description), new("cprt", text)];
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
