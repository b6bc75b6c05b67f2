using Explainers.Binding;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page of a topic.</summary>
internal static class TopicPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(Topic topic, SiteScope scope) => new(
        new PageHead(
            topic.Url,
            "topic",
            scope.Site.Language,
            topic.Title,
            topic.Summary ?? topic.Title,
            Changed: scope.LastChange(topic.Id)),
        "topic",
        page => Views.Topics.Of(topic.Id, page),
        null);
}
