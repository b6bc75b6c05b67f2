using Explainers.Scopes;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Explainers.Templating;

/// <summary>Runs templates for one page: strict, escaping, and straight into the page.</summary>
internal sealed class PageContext : TemplateContext
{
    private readonly PageOutput _output;
    private readonly TemplateLimits _limits = new();

    /// <summary>Makes a context that writes a page.</summary>
    public PageContext(PageScope page, PageOutput output)
        : base(Functions.Shared)
    {
        (Page, _output) = (page, output);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = TemplateLimits.Loops;
        LimitToString = TemplateLimits.Text;
        OnStringLimit = ScriptLimitBehavior.Throw;
        // Else the library cuts off a long page without a word; ours has its own limit, which is reported.
        OutputLimit = 0;
        RecursiveLimit = TemplateLimits.Calls;
        NewLine = "\n";
        PushOutput(output);
    }

    /// <summary>The page being rendered.</summary>
    public PageScope Page { get; }

    /// <summary>What is thrown when the page becomes longer than it may be.</summary>
    public TemplateLimitException Full() => new(CurrentNode?.Span ?? default, "the page becomes longer than 16 million characters");

    /// <summary>Runs a template with some variables.</summary>
    public void Run(Template template, IScriptObject variables)
    {
        PushGlobal(variables);
        Run(template);
        PopGlobal();
    }

    /// <summary>Runs a template with the variables of its caller.</summary>
    public void Run(Template template)
    {
        _limits.EnterTemplate(CurrentNode?.Span ?? template.Page!.Span);
        PushSourceFile(template.SourceFilePath ?? "");
        Evaluate(template.Page!);
        PopSourceFile();
        _limits.LeaveTemplate();
    }

    /// <inheritdoc />
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is null) return null;
        _limits.Enter(scriptNode);
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        _limits.Leave();
        _limits.Made(scriptNode, value);
        return value;
    }

    /// <inheritdoc />
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is Html html) html.AppendTo(_output);
        else if (textAsObject is string text) _output.AppendEscaped(text);
        else if (textAsObject is not null) _output.AppendEscaped(ObjectToString(textAsObject));
        return this;
    }
}
