using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Templating;
using Explainers.Sources;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Explainers.Rendering.Pages;

/// <summary>Renders one page: its layout, and around it the frame that all pages share.</summary>
internal static class PageRenderer
{
    /// <summary>The layout around every page.</summary>
    public const string Frame = "layouts/frame";

    /// <summary>Renders a page; a template that fails is reported at its place, and the page stays empty.</summary>
    /// <returns>The page, what was found, and what the page asked.</returns>
    public static RenderedPage Render(PagePlan plan, SiteScope site)
    {
        var path = Routes.File(plan.Head.Url);
        try
        {
            using var output = new PageOutput();
            var page = new PageScope(site, plan.Head, output);
            Render(page, plan);
            var file = new OutputFile(path, output.ToUtf8())
            {
                Origins = output.Origins(),
                States = [.. page.States.Select(fact => fact.Name).Distinct()],
                Names = [.. page.Names.Select(fact => fact.Name).Distinct()],
                Assets = [.. page.Assets],
                Source = plan.Source,
            };
            return new RenderedPage(file, [], page.Questions);
        }
        catch (ScriptRuntimeException exception)
        {
            var page = plan.Source?.DisplayPath ?? plan.Head.Url;
            return new RenderedPage(Empty(plan), [Finding(exception, page, site)], []) { IsEndless = IsLimit(exception) };
        }
    }

    /// <summary>A page that could not be rendered.</summary>
    public static OutputFile Empty(PagePlan plan) => new(Routes.File(plan.Head.Url), ReadOnlyMemory<byte>.Empty) { Source = plan.Source };

    /// <summary>Whether a template was stopped, by us or by the library.</summary>
    private static bool IsLimit(ScriptRuntimeException exception) =>
        exception is TemplateLimitException || TemplateLimits.Words(exception.OriginalMessage) is not null;

    private static void Render(PageScope page, PagePlan plan)
    {
        page.Asks(new Question(Subject.Template, $"layouts/{plan.Head.Layout}"));
        page.Asks(new Question(Subject.Template, Frame));
        if (!page.Site.Templates.TryGetValue($"layouts/{plan.Head.Layout}", out var layout) || !page.Site.Templates.TryGetValue(Frame, out var frame)) return;
        var variables = new ScriptObject(StringComparer.Ordinal)
        {
            ["site"] = Views.Site.Of(page.Site, page),
            ["page"] = Views.Page.Of(plan.Head, page),
            ["words"] = new WordsView(page.Words.All),
        };
        if (plan.Name is { } name) variables[name] = plan.Subject(page);
        variables["main"] = new Html(_ => page.Context.Run(layout.Template));
        page.Context.Run(plan.IsFramed ? frame.Template : layout.Template, variables);
    }

    private static Diagnostic Finding(ScriptRuntimeException exception, string page, SiteScope site)
    {
        var file = site.Site.Theme.Templates.FirstOrDefault(template => template.File.Path == exception.Span.FileName)?.File;
        var at = file is null ? FileSpan.None : ThemeParser.Span(file, exception.Span);
        var hint = exception is UnknownMemberException { NearestName: { } nearest } ? $"did you mean '{nearest}'?" : null;
        return Catalog.TemplateError(at, Words(exception), page, hint);
    }

    private static string Words(ScriptRuntimeException exception)
    {
        if (exception is not TemplateLimitException && TemplateLimits.Words(exception.OriginalMessage) is { } limit) return limit;
        var words = exception.OriginalMessage.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return words.Length == 0 ? "the template failed" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The layouts that the planned pages need and the theme lacks.</summary>
    public static IEnumerable<Diagnostic> MissingLayouts(ImmutableArray<PagePlan> plans, SiteScope site) => plans
        .Select(plan => $"layouts/{plan.Head.Layout}")
        .Append(Frame)
        .Concat(site.Photographs.IsEmpty ? [] : [Prose.Figure])
        .Distinct()
        .Where(layout => !site.Templates.ContainsKey(layout))
        .Order(StringComparer.Ordinal)
        .Select(layout => Catalog.MissingTemplate($"{layout}.sbn-html"));
}

/// <summary>A page and what came of rendering it.</summary>
/// <param name="File">The page.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Questions">What the page asked.</param>
internal sealed record RenderedPage(OutputFile File, ImmutableArray<Diagnostic> Findings, IReadOnlyCollection<Question> Questions)
{
    /// <summary>Whether a template was stopped that would not have come to an end.</summary>
    public bool IsEndless { get; init; }
}
