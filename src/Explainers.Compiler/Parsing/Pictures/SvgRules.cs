using System.Collections.Frozen;
using Explainers.Parsing.Articles;

namespace Explainers.Parsing.Pictures;

/// <summary>What a published drawing may consist of.</summary>
internal static class SvgRules
{
    /// <summary>The elements that are kept with what is in them.</summary>
    public static readonly FrozenSet<string> Elements = Set("""
        a animate animateMotion animateTransform circle clipPath defs ellipse feBlend feColorMatrix feComponentTransfer feComposite
        feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
        feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
        filter g image line linearGradient marker mask mpath path pattern polygon polyline radialGradient rect set stop style svg switch
        symbol text textPath title tspan use view
        """);

    /// <summary>The attributes that are kept if their values are fine as parts of styles.</summary>
    public static readonly FrozenSet<string> Attributes = Set("""
        accumulate additive alignment-baseline amplitude attributeName azimuth baseFrequency baseline-shift begin bias by calcMode clip
        clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters cursor cx cy d diffuseConstant direction
        display divisor dominant-baseline dur dx dy edgeMode elevation end exponent fill fill-opacity fill-rule filter filterUnits
        flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy
        gradientTransform gradientUnits height image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength
        keyPoints keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start
        markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method min mix-blend-mode mode
        numOctaves offset opacity operator order orient origin overflow paint-order path pathLength patternContentUnits patternTransform
        patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX
        refY repeatCount repeatDur restart result rotate rx ry scale seed shape-rendering side spacing specularConstant specularExponent
        spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
        stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale tableValues targetX targetY
        text-anchor text-decoration text-overflow text-rendering textLength to transform transform-origin type unicode-bidi values
        vector-effect version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2
        yChannelSelector z
        """);

    private static readonly FrozenSet<string> Texts = Set("class id lang role systemLanguage tabindex");

    /// <summary>Elements that run something, or hold pages in the drawing.</summary>
    private static readonly FrozenSet<string> Running = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio", "video",
            "html", "body");

    private static readonly FrozenSet<string> Links = Set("href xlink:href style class id");

    /// <summary>Whether an element runs something, whatever its namespace is.</summary>
    public static bool Runs(string element) => Running.Contains(element);

    /// <summary>Whether an attribute holds a name or words, which are never read as a style.</summary>
    public static bool IsText(string attribute) => Texts.Contains(attribute) || attribute.StartsWith("aria-", StringComparison.Ordinal);

    /// <summary>Whether an animation may change an attribute: not where it leads to, nor what it runs.</summary>
    public static bool MayBeMoved(string attribute) =>
        !Links.Contains(attribute.Trim()) && !attribute.Trim().StartsWith("on", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a link in a drawing leads to a page; browsers skip control characters in addresses, so that none is allowed.
    /// </summary>
    public static bool IsSafeLink(string target) => !target.Any(char.IsControl) && BodyLinks.IsSafe(target);

    private static FrozenSet<string> Set(string names) =>
        names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
