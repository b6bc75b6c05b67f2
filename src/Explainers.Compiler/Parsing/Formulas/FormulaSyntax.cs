using System.Collections.Immutable;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Parsing.Formulas;

/// <summary>A formula as written, or a part of one.</summary>
/// <param name="Span">Its characters in the sheet.</param>
internal abstract record FormulaSyntax(FileSpan Span)
{
    /// <summary>The facts that it names. A loop, since a formula may have thousands of terms.</summary>
    internal IEnumerable<ReferenceSyntax> Names()
    {
        var open = new Stack<FormulaSyntax>([this]);
        while (open.TryPop(out var formula))
        {
            if (formula is NameSyntax name) yield return name.Reference;
            foreach (var part in formula.Parts) open.Push(part);
        }
    }

    private IEnumerable<FormulaSyntax> Parts => this switch
    {
        NegativeSyntax negative => [negative.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        CallSyntax call => call.Arguments,
        _ => [],
    };
}

/// <summary>A number.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Span">Its characters.</param>
internal sealed record NumberSyntax(decimal Value, FileSpan Span) : FormulaSyntax(Span)
{
    /// <summary>The unit behind it, as written; empty where there is none.</summary>
    public string Measure { get; init; } = "";
}

/// <summary>A day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Span">Its characters.</param>
internal sealed record DateSyntax(PartialDate Date, FileSpan Span) : FormulaSyntax(Span);

/// <summary>What a rule says must hold: sides, with a sign between each and the next.</summary>
/// <param name="Sides">The sides, two or more.</param>
/// <param name="Signs">The signs between them.</param>
internal sealed record ComparisonSyntax(ImmutableArray<FormulaSyntax> Sides, ImmutableArray<SignSyntax> Signs);

/// <summary>A sign that compares.</summary>
/// <param name="Sign">One of <c>= != &lt; &lt;= &gt; &gt;=</c>.</param>
/// <param name="Span">Its characters.</param>
internal readonly record struct SignSyntax(string Sign, FileSpan Span);

/// <summary>
/// A fact: <c>price</c> of the same sheet, or <c>alaska_purchase.price</c> of any; the sheet's name is empty for the first.
/// </summary>
internal sealed record NameSyntax(ReferenceSyntax Reference) : FormulaSyntax(Reference.Span);

/// <summary>A text in quotation marks, which names a column.</summary>
internal sealed record ColumnSyntax(string Name, FileSpan Span) : FormulaSyntax(Span);

/// <summary>Something with a minus before it.</summary>
internal sealed record NegativeSyntax(FormulaSyntax Operand, FileSpan Span) : FormulaSyntax(Span);

/// <summary>Two operands.</summary>
/// <param name="Operator">One of <c>+ - * /</c>.</param>
/// <param name="OperatorSpan">Where it stands.</param>
/// <param name="Left">What stands before it.</param>
/// <param name="Right">What stands behind it.</param>
internal sealed record BinarySyntax(char Operator, FileSpan OperatorSpan, FormulaSyntax Left, FormulaSyntax Right)
    : FormulaSyntax(Left.Span.To(Right.Span));

/// <summary>A function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where that stands.</param>
/// <param name="Arguments">What stands between its parentheses.</param>
/// <param name="Span">The whole.</param>
internal sealed record CallSyntax(
    string Name,
    FileSpan NameSpan,
    ImmutableArray<FormulaSyntax> Arguments,
    FileSpan Span) : FormulaSyntax(Span);
