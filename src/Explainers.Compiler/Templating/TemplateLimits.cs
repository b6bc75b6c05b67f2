using System.Collections;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Explainers.Templating;

/// <summary>A template wants more steps, depth or room than any page needs, so that it would never end.</summary>
internal sealed class TemplateLimitException(SourceSpan span, string message) : ScriptRuntimeException(span, message);

/// <summary>
/// What a page may take. All limits are counts and sizes, not times: a slow machine gives the same findings as a fast one. What a
/// template makes counts as steps too, by its size, so that memory is bounded by the same number.
/// </summary>
internal sealed class TemplateLimits
{
    /// <summary>How many characters a page may have.</summary>
    public const int Output = 16 * 1024 * 1024;

    /// <summary>How many characters a text may have that a template makes.</summary>
    public const int Text = 1024 * 1024;

    /// <summary>How often a loop may run, those inside it counted with it.</summary>
    public const int Loops = 1_000_000;

    /// <summary>How deep functions may call one another.</summary>
    public const int Calls = 100;

    private const string TooLong = "this makes a text of more than a million characters";
    private const int Steps = 10_000_000;
    private const int Depth = 1_000;
    private const int Templates = 50;
    private const int Small = 1_000;
    private const int NumberBits = 4_096;

    private int _steps;
    private int _depth;
    private int _templates;

    /// <summary>A message of the library about one of its limits in our words, or null for any other.</summary>
    public static string? Message(string message)
    {
        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (Says("LimitToString")) return TooLong;
        if (Says("maximum supported")) return "this makes a number or a list that is too large";
        if (Says("recursive depth limit")) return "a function calls itself, or functions call one another in a ring";
        if (Says("LoopLimit") || Says("iteration limit"))
            return "the template does not come to an end: a loop or list has more than a million items";
        return null;
    }

    /// <summary>Begins to evaluate a node.</summary>
    public void Enter(ScriptNode node)
    {
        if (++_steps > Steps) throw new TemplateLimitException(node.Span,
            "the template does not come to an end: it took more than ten million steps for one page");
        if (++_depth > Depth) throw new TemplateLimitException(node.Span, "expressions, loops and calls are nested too deep here");
    }

    /// <summary>Has evaluated a node.</summary>
    public void Leave() => _depth--;

    /// <summary>Begins to run a template inside another.</summary>
    public void EnterTemplate(SourceSpan at)
    {
        if (++_templates > Templates) throw new TemplateLimitException(at,
            "this template runs itself, or partials include one another in a ring");
    }

    /// <summary>Has run a template.</summary>
    public void LeaveTemplate() => _templates--;

    /// <summary>Counts what a node has made.</summary>
    public void Made(ScriptNode node, object? value)
    {
        if (value is null or View or string { Length: <= Small }) return;
        if (node is not (ScriptBinaryExpression or ScriptFunctionCall or ScriptPipeCall or ScriptArrayInitializerExpression
            or ScriptInterpolatedExpression)) return;
        var size = value switch
        {
            string text => text.Length,
            ICollection list => list.Count,
            _ => 0,
        };
        if (value is string && size > Text) throw new TemplateLimitException(node.Span, TooLong);
        if (value is BigInteger number && number.GetBitLength() > NumberBits) throw new TemplateLimitException(node.Span,
            "this number has more than a thousand digits");
        if (size > Small) _steps += size / 4;
    }
}
