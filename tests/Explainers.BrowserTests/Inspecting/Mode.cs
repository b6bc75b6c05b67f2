using System.Collections.Immutable;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>How a reader looks at a page: the colours that they prefer, and the device in their hands.</summary>
internal sealed record Mode(string Name, ColorScheme Colors, Device Device, bool HasScript = true)
{
    /// <summary>Whether axe reads every page in it; in the other modes it reads some of each kind, which takes half the time.</summary>
    public bool IsThorough => HasScript && Device != Device.Zoomed;

    /// <summary>Every mode that the site promises to work in.</summary>
    public static ImmutableArray<Mode> All { get; } =
    [
        new("light desktop", ColorScheme.Light, Device.Desktop),
        new("dark desktop without script", ColorScheme.Dark, Device.Desktop, HasScript: false),
        new("dark phone", ColorScheme.Dark, Device.Phone),
        new("light desktop at 400 %", ColorScheme.Light, Device.Zoomed),
    ];

    /// <summary>Those that are laid out in ways of their own, each without script.</summary>
    public static ImmutableArray<Mode> Layouts { get; } =
        [.. All.DistinctBy(mode => mode.Device).Select(mode => mode with { HasScript = false })];

    /// <summary>What the browser is told about such a reader.</summary>
    public BrowserNewContextOptions ToContext(bool? withScript = null) => new()
    {
        ColorScheme = Colors,
        ViewportSize = Device switch
        {
            Device.Phone => new ViewportSize { Width = 360, Height = 740 },
            // A window of 1280 by 1024 pixels, of which zooming leaves a quarter in each direction, as success criterion 1.4.10 of WCAG has
            // it.
            Device.Zoomed => new ViewportSize { Width = 320, Height = 256 },
            _ => new ViewportSize { Width = 1440, Height = 900 },
        },
        IsMobile = Device is Device.Phone,
        HasTouch = Device is Device.Phone,
        // Pages are looked at as they come to rest, not while they scroll or fade.
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = withScript,
        Locale = "en-US",
        TimezoneId = "UTC",
    };
}

/// <summary>A size of screen, and whether it is touched.</summary>
internal enum Device
{
    Desktop,
    Phone,
    Zoomed,
}
