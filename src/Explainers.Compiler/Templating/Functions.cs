using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Text;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Explainers.Templating;

/// <summary>What templates can call: Scriban's own functions for texts, lists and numbers, and the theme's few.</summary>
internal static class Functions
{
    /// <summary>The functions of every page; nothing in them knows the time, chance or the disk.</summary>
    public static ScriptObject Shared { get; } = Make();

    private static ScriptObject Make()
    {
        var scriban = (ScriptObject)TemplateContext.GetDefaultBuiltinObject();
        var functions = new ScriptObject(StringComparer.Ordinal);
        foreach (var name in new[] { "array", "string", "math", "empty" })
            functions.SetValue(name, scriban[name], readOnly: true);
        ((ScriptObject)functions["math"]!).Remove("random");
        ((ScriptObject)functions["math"]!).Remove("uuid");
        functions.SetValue("include", new Include(), readOnly: true);
        functions.SetValue("slot", new Slot(), readOnly: true);
        functions.SetValue("asset", new Asset(), readOnly: true);
        functions.SetValue("link", new Link(), readOnly: true);
        functions.SetValue("encode", new Encode(), readOnly: true);
        functions.SetValue("date", new FormatDate(), readOnly: true);
        return functions;
    }

    /// <summary>A function of one text.</summary>
    private abstract class TextFunction : IScriptCustomFunction
    {
        public int RequiredParameterCount => 1;

        public virtual int ParameterCount => 1;

        public virtual ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

        public object? Invoke(
            TemplateContext context,
            ScriptNode? callerContext,
            ScriptArray arguments,
            ScriptBlockStatement? blockStatement) =>
            Call((PageContext)context, callerContext ?? context.CurrentNode!, arguments[0]);

        public ValueTask<object?> InvokeAsync(
            TemplateContext context,
            ScriptNode? callerContext,
            ScriptArray arguments,
            ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));

        protected abstract object? Call(PageContext context, ScriptNode caller, object? argument);
    }

    /// <summary><c>include "head"</c>: prints the partial of that name, with the caller's variables.</summary>
    private sealed class Include : TextFunction
    {
        protected override object? Call(PageContext context, ScriptNode caller, object? argument)
        {
            if (context.Page.Site.Template($"partials/{argument}") is { } partial)
            {
                context.Run(partial.Template);
                return null;
            }
            var names = context.Page.Site.TemplateNames.Where(name => name.StartsWith("partials/", StringComparison.Ordinal))
                .Select(name => name["partials/".Length..]);
            throw new UnknownMemberException(caller.Span, $"the theme has no partial '{argument}'", Nearest.To($"{argument}", names));
        }
    }

    /// <summary><c>slot "head"</c>: prints what the site adds there, with the caller's variables; nothing where it adds nothing.</summary>
    private sealed class Slot : TextFunction
    {
        protected override object? Call(PageContext context, ScriptNode caller, object? argument)
        {
            if (!ThemeSyntax.Slots.Contains($"{argument}"))
                throw new UnknownMemberException(
                    caller.Span, $"pages have no slot '{argument}'", Nearest.To($"{argument}", ThemeSyntax.Slots));
            if (context.Page.Site.Template($"{ThemeSyntax.SlotFolder}{argument}") is { } slot) context.Run(slot.Template);
            return null;
        }
    }

    /// <summary><c>asset "style.css"</c>: the asset's address, with the hash of its content.</summary>
    private sealed class Asset : TextFunction
    {
        protected override object Call(PageContext context, ScriptNode caller, object? argument)
        {
            if (context.Page.Site.Asset($"{argument}") is { } url)
            {
                context.Page.Loads($"{argument}");
                return context.Page.Site.Link(Routes.Escaped(url));
            }
            throw new UnknownMemberException(
                caller.Span,
                $"the theme has no asset '{argument}'",
                Nearest.To($"{argument}", context.Page.Site.AssetNames));
        }
    }

    /// <summary><c>link "/facts/"</c>: a path from the site's root as an address, wherever the site is published.</summary>
    private sealed class Link : TextFunction
    {
        protected override object Call(PageContext context, ScriptNode caller, object? argument) => context.Page.Site.Link($"{argument}");
    }

    /// <summary><c>encode page.title</c>: a text as part of an address, after RFC 3986.</summary>
    private sealed class Encode : TextFunction
    {
        protected override object Call(PageContext context, ScriptNode caller, object? argument) => Uri.EscapeDataString($"{argument}");
    }

    /// <summary><c>date article.published</c>: a date in the page's language, as a time element.</summary>
    private sealed class FormatDate : TextFunction
    {
        protected override object? Call(PageContext context, ScriptNode caller, object? argument)
        {
            if (argument is null) return null;
            if (argument is FactValue value) return FactMarkup.OfValue(value, context.Page);
            if (PartialDate.TryParse($"{argument}", out var date))
                return new Html(html => html.Append($"<time datetime=\"{date}\">")
                    .AppendEscaped(context.Page.Format.Date(date, FactForm.Whole)).Append("</time>"));
            throw new ScriptRuntimeException(caller.Span, $"'{argument}' is not a date");
        }
    }
}
