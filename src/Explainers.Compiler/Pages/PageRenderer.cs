using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Templates;
using Explainers.Rendering;
using Explainers.Scopes;
using Explainers.Sources;
using Explainers.Templating;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Explainers.Pages;

/// <summary>Renders one page: its layout, and around it the frame that all pages share.</summary>
internal static class PageRenderer
{
    /// <summary>Renders a page; a template that fails is reported at its place, and the page stays empty.</summary>
    public static OutputFile Render(PagePlan plan, SiteScope site)
    {
        var (path, source) = (Routes.File(plan.Head.Url), plan.Source is { } about ? site.Site.Display(about) : null);
        try
        {
            var page = new PageScope(site, plan.Head);
            using var output = new PageOutput(page);
            Render(page, plan, output);
            return new OutputFile(path, output.ToUtf8())
            {
                Origins = output.Origins(),
                States = page.States.ToEquatable(),
                Names = page.Names.ToEquatable(),
                Assets = page.Assets.ToEquatable(),
                Source = source,
            };
        }
        catch (ScriptRuntimeException exception)
        {
            return Empty(path) with
            {
                Source = source,
                Findings = [Finding(exception, source ?? plan.Head.Url, site)],
                IsEndless = IsLimit(exception),
            };
        }
    }

    /// <summary>A page that could not be rendered.</summary>
    public static OutputFile Empty(string path) => new(path, ReadOnlyMemory<byte>.Empty);

    /// <summary>Whether a template was stopped, by us or by the library.</summary>
    private static bool IsLimit(ScriptRuntimeException exception) =>
        exception is TemplateLimitException || TemplateLimits.Message(exception.OriginalMessage) is not null;

    private static void Render(PageScope page, PagePlan plan, PageOutput output)
    {
        if (page.Site.Template($"layouts/{plan.Head.Layout}") is not { } layout
            || page.Site.Template(ThemeSyntax.Frame) is not { } frame)
            return;
        var variables = new ScriptObject(StringComparer.Ordinal)
        {
            ["site"] = Views.Site.Of(page.Site, page),
            ["page"] = Views.Page.Of(plan.Head, page),
            ["words"] = new StringsView(page.Strings.All),
        };
        if (plan.Name is { } name) variables[name] = plan.Subject(page);
        variables["main"] = new Html(html => html.Context.Run(layout.Template));
        output.Context.Run(plan.IsFramed ? frame.Template : layout.Template, variables);
    }

    private static Diagnostic Finding(ScriptRuntimeException exception, string page, SiteScope site)
    {
        var file = site.Site.Template(exception.Span.FileName);
        var at = file is null ? FileSpan.None : ThemeParser.Span(file, exception.Span);
        var hint = exception is UnknownMemberException { NearestName: { } nearest } ? $"did you mean '{nearest}'?" : null;
        return Catalog.TemplateError(at, Message(exception), page, hint);
    }

    private static string Message(ScriptRuntimeException exception)
    {
        if (exception is not TemplateLimitException && TemplateLimits.Message(exception.OriginalMessage) is { } limit) return limit;
        var words = exception.OriginalMessage.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return words.Length == 0 ? "the template failed" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The templates that the planned pages need and the theme lacks.</summary>
    public static IEnumerable<Diagnostic> MissingLayouts(IEnumerable<OutputKey> pages, SiteScope site) => pages
        .Select(page => $"layouts/{PagePlanner.Layout(page, site)}")
        .Append(ThemeSyntax.Frame)
        .Concat(site.HasPhotographs ? [Prose.Figure] : [])
        .Distinct()
        .Where(layout => site.Template(layout) is null)
        .Order(StringComparer.Ordinal)
        .Select(layout => Catalog.MissingTemplate($"{layout}.sbn-html"));
}
