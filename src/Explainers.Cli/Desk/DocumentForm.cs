namespace Explainers.Cli.Desk;

/// <summary>How a document is written.</summary>
internal enum DocumentForm
{
    Markdown,
    Html,
}

/// <summary>Writes documents.</summary>
internal static class DocumentForms
{
    /// <summary>Writes a document.</summary>
    /// <param name="form">How.</param>
    /// <param name="document">The document.</param>
    /// <param name="whole">The command that shows all of it, where it is cut.</param>
    public static string Write(this DocumentForm form, Document document, string whole) =>
        form == DocumentForm.Html ? DocumentHtml.Write(document) : DocumentMarkdown.Write(document, whole);
}
