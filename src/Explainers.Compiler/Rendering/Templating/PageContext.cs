using System.Collections.Immutable;
using System.Text;
using Explainers.Sources;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace Explainers.Rendering.Templating;

/// <summary>Runs templates for one page: strict, escaping, and remembering which source made which part.</summary>
internal sealed class PageContext : TemplateContext
{
    private readonly ImmutableArray<Origin>.Builder _origins = ImmutableArray.CreateBuilder<Origin>();

    /// <summary>Makes a context for a page.</summary>
    public PageContext(PageScope page)
        : base(Functions.Shared)
    {
        Page = page;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 0;
        LimitToString = 0;
        RecursiveLimit = 100;
        NewLine = "\n";
    }

    /// <summary>The page being rendered.</summary>
    public PageScope Page { get; }

    /// <summary>Runs a template with some variables, and gives what it printed.</summary>
    public Html Run(Template template, IScriptObject variables)
    {
        PushGlobal(variables);
        try
        {
            return Run(template);
        }
        finally
        {
            PopGlobal();
        }
    }

    /// <summary>Runs a template with the variables of its caller, and gives what it printed.</summary>
    public Html Run(Template template)
    {
        var first = _origins.Count;
        var output = new StringBuilder();
        PushOutput(new StringBuilderOutput(output));
        PushSourceFile(template.SourceFilePath ?? "");
        try
        {
            Evaluate(template.Page!);
        }
        finally
        {
            PopSourceFile();
            PopOutput();
        }
        var made = _origins.Skip(first).ToImmutableArray();
        _origins.RemoveRange(first, _origins.Count - first);
        return new Html(output.ToString(), made);
    }

    /// <inheritdoc />
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var output = ((StringBuilderOutput)Output).Builder;
        if (textAsObject is Html html)
        {
            foreach (var origin in html.Origins) _origins.Add(origin with { Offset = origin.Offset + output.Length });
            output.Append(html.Text);
            if (!html.Origins.IsEmpty) _origins.Add(new Origin(output.Length, FileSpan.None));
        }
        else if (textAsObject is not null)
        {
            output.AppendEscaped(ObjectToString(textAsObject));
        }
        return this;
    }
}
