using System.Collections.Immutable;

namespace Explainers.Blocks.Map;

/// <summary>Waters that maps name, each with points where its name can stand. Those whose names are disputed are not among them.</summary>
internal static class Seas
{
    /// <summary>
    /// The key of each name, the width of a map in kilometres from and up to which it is named, and its points: latitude and longitude.
    /// </summary>
    public static readonly ImmutableArray<(string Key, double Least, double Most, ImmutableArray<(double North, double East)> Points)> All =
    [
        ("atlantic", 1500, 99_000, [(35, -40), (45, -30), (25, -45), (50, -22), (0, -25), (-25, -15), (38, -62), (44, -14)]),
        ("pacific", 1500, 99_000, [(0, -150), (30, -160), (35, 165), (-25, -120), (15, -130), (45, -140), (10, 150), (35, -130)]),
        ("indian", 1500, 99_000, [(-20, 80), (-5, 70), (-30, 60), (-35, 95)]),
        ("arctic", 1500, 99_000, [(85, 0), (80, -150), (78, 160), (75, -140)]),
        ("southern", 3000, 99_000, [(-60, 0), (-60, 90), (-60, -120)]),
        ("north", 150, 3500, [(56, 3.5), (57.5, 1.5), (54.6, 6.8), (54.3, 7.6), (52.9, 3), (55.5, 7)]),
        ("baltic", 150, 3500, [(56.8, 18.4), (55.6, 17), (55.1, 14.6), (54.6, 12.6), (54.6, 11.8), (58.6, 20.5), (54.45, 10.6)]),
        ("mediterranean", 400, 7000, [(34.5, 19), (34, 26), (38, 6), (40, 6), (33.5, 30), (40, 12)]),
        ("black", 200, 4500, [(43.2, 34), (43, 30), (44, 37)]),
        ("caspian", 200, 4500, [(42, 50.5), (39, 51)]),
        ("red", 200, 4500, [(20, 38.5), (24, 36.5)]),
        ("caribbean", 300, 6000, [(15, -74), (17, -82), (13, -68)]),
        ("mexico", 300, 6000, [(25, -90), (27, -86)]),
        ("norwegian", 300, 5000, [(67, 2), (65, 4)]),
        ("barents", 300, 6000, [(74, 40), (71, 38)]),
        ("bering", 300, 7000, [(58, -178), (60, 180)]),
        ("alaska", 200, 5000, [(57.5, -146), (59, -144)]),
        ("hudson", 300, 6000, [(60, -86)]),
        ("biscay", 200, 3000, [(45, -4.5)]),
        ("adriatic", 150, 1800, [(43, 15.3), (42, 17)]),
        ("aegean", 150, 1800, [(38.5, 25), (37.3, 25.8)]),
        ("arabian", 400, 7000, [(15, 64), (20, 63)]),
        ("bengal", 400, 6000, [(14, 88), (17, 89)]),
        ("tasman", 400, 7000, [(-38, 160)]),
        ("guinea", 400, 6000, [(2, 3)]),
        ("labrador", 400, 6000, [(58, -55)]),
        ("okhotsk", 400, 6000, [(54, 149)]),
    ];
}
