using Explainers.BrowserTests.Inspecting;

namespace Explainers.BrowserTests;

/// <summary>What holds of every page of the site, in light and dark, on a desktop and on a phone.</summary>
public sealed class EveryPageTests(FixturePages site)
{
    [Fact]
    public Task Axe_finds_no_violation() => FindsNothing(Concern.Accessibility);

    [Fact]
    public Task The_console_is_silent() => FindsNothing(Concern.Console);

    [Fact]
    public Task No_request_fails() => FindsNothing(Concern.Request);

    [Fact]
    public Task No_request_leaves_the_site() => FindsNothing(Concern.OtherHost);

    [Fact]
    public Task No_page_scrolls_sideways() => FindsNothing(Concern.Width);

    [Fact]
    public Task A_content_security_policy_is_in_force() => FindsNothing(Concern.Policy);

    [Fact]
    public void The_site_has_its_pages()
    {
        Assert.Superset(new HashSet<string> { "/", "/404.html", "/facts/", "/topics/" }, site.Pages.ToHashSet());
        Assert.NotEmpty(site.Articles);
    }

    private async Task FindsNothing(Concern concern)
    {
        var report = Report.Write(await site.FindingsAsync(concern));
        if (report.Length > 0) Assert.Fail(report);
    }
}
