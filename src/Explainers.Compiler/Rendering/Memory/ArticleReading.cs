using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Photographs;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Works out the fingerprints of articles, each once in the article's life.</summary>
internal static class ArticleReading
{
    /// <summary>The fingerprints of an article.</summary>
    public static ArticleFingerprints Of(Article article) => article.Own ??= new ArticleFingerprints(
        Whole(article),
        Place(article).With(article.States.Select(fact => fact.Name)),
        Place(article)
            .With(article.Published?.ToString())
            .With(article.Topics.Select(topic => topic.Id))
            .With(article.About.Select(sheet => sheet.Name))
            .With(article.States.Where(fact => fact.Value is PersonValue).Select(fact => fact.Name)),
        Fingerprint.Of(article.KeyFacts.Select(use => use.Fact.Name)));

    /// <summary>Where an article stands: among the explainers or the pages, and at which address.</summary>
    private static Fingerprint Place(Article article) => Fingerprint.Of(article.Url).With((int)article.Kind);

    /// <summary>An article's file, and what the names in it name; nothing of a fact's place in its sheet.</summary>
    private static Fingerprint Whole(Article article)
    {
        var whole = article.File.Fingerprint.With(article.Url).With(article.Language).With(article.Changed?.ToString());
        foreach (var answer in article.Answers)
        {
            whole = answer.Found switch
            {
                Fact fact => whole.With(fact.Name),
                FactSheet sheet => whole.With(FactFingerprints.Name(sheet)),
                Topic topic => whole.With(topic.Id).With(topic.Title).With(topic.Summary),
                string url => whole.With(url),
                SourceFile image => whole.With(image.Fingerprint),
                CreditSyntax credit => whole.With(credit.File.Fingerprint),
                BlockKind block => whole.With(block.Name),
                UnpublishedArticle => whole.With("unpublished"),
                _ => whole.With("nothing"),
            };
        }
        foreach (var use in article.Uses) whole = whole.With(use.IsInWords ? FactFingerprints.Sourced(use.Fact) : FactFingerprints.Own(use.Fact));
        return whole;
    }
}
