using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Explainers.Rendering.Templating;

/// <summary>Runs templates for one page: strict, escaping, and straight into the page.</summary>
internal sealed class PageContext : TemplateContext
{
    private readonly PageOutput _output;

    /// <summary>Makes a context that writes a page.</summary>
    public PageContext(PageScope page, PageOutput output)
        : base(Functions.Shared)
    {
        (Page, _output) = (page, output);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 0;
        LimitToString = 0;
        RecursiveLimit = 100;
        NewLine = "\n";
        PushOutput(output);
    }

    /// <summary>The page being rendered.</summary>
    public PageScope Page { get; }

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
        PushSourceFile(template.SourceFilePath ?? "");
        Evaluate(template.Page!);
        PopSourceFile();
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
