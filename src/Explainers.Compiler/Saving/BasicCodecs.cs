using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Rendering;

namespace Explainers.Saving;

/// <summary>Names, and lists of them.</summary>
internal static class BasicCodecs
{
    /// <summary>Lists of paths, names and addresses.</summary>
    public static readonly Codec<EquatableArray<string>> Texts = Codecs.List(Codecs.Text);

    public static readonly Codec<string?> TextOrNull = Codecs.OrNull(Codecs.Text);

    public static readonly Codec<FactId> FactName = new(
        (writer, fact) => writer.Text(fact.Name), reader => new FactId(reader.Text()));

    public static readonly Codec<EquatableArray<FactId>> FactNames = Codecs.List(FactName);

    public static readonly Codec<ArticleId> ArticleName = new(
        (writer, article) => writer.Text(article.Path), reader => new ArticleId(reader.Text()));

    public static readonly Codec<OutputKey> Output = new(
        (writer, output) =>
        {
            writer.Byte((byte)output.Kind);
            writer.Text(output.Name);
        },
        reader => new OutputKey((OutputKind)reader.Byte(), reader.Text()));
}
