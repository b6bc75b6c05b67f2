namespace Explainers.Tests.Hostile;

/// <summary>Nothing is published through a symbolic link that is not the site's.</summary>
public sealed class LinkTests
{
    private const string Secret = "SECRET-OF-THE-BUILD";
    private const string Article = "---\ntitle: T\ndescription: D\n---\n\nNothing here.\n";

    /// <summary>Where the link lies, where it leads, and the words that it is refused with.</summary>
    public static TheoryData<string, string, string> Refused() => new()
    {
        { "input/articles/x.md", "../../../outside/secret.md", "out of the folder of the site, to a file" },
        { "input/articles/x.md", "{outside}/secret.md", "out of the folder of the site, to a file" },
        { "input/facts/x.yaml", "{outside}/secret.yaml", "out of the folder of the site, to a file" },
        { "input/images/x.png", "/proc/self/environ", "out of the folder of the site, to a file" },
        { "input/images/x.txt", "{outside}/secret.md", "out of the folder of the site, to a file" },
        { "input/site.yaml", "{outside}/site.yaml", "out of the folder of the site, to a file" },
        { "input/articles/x", "{outside}", "out of the folder of the site, to a folder" },
        { "input/x", "{outside}", "out of the folder of the site, to a folder" },
        { "theme/assets/x.css", "{outside}/secret.css", "out of the folder of the site, to a file" },
        { "theme/assets", "{outside}", "out of the folder of the site, to a folder" },
        { "theme", "{outside}", "out of the folder of the site, to a folder" },
        { "input/articles/x", "../..", "to a folder that holds the site" },
        { "input/articles/x", "/", "to a folder that holds the site" },
        { "input/articles/x", ".", "back to a folder that it lies in" },
        { "input/articles/x.md", "../../.env.md", "to a file whose path has a name that begins with a dot" },
        { "input/images/x.png", "../../.git/config", "to a file whose path has a name that begins with a dot" },
        { "input/images/git", "../../.git", "to a folder whose path has a name that begins with a dot" },
        { "input/articles/x.md", "../../output/page.md", "to a file that the tool writes itself" },
        { "input/articles/x.md", "../../kept/page.md", "to a file that the tool writes itself" },
        { "input/articles/x", "../../output", "to a folder that the tool writes itself" },
        { "input/articles/x.md", "../../keys/key.txt", "to a file of another kind" },
        { "input/articles/x.md", "../../one.md", "out of the folder of the site, to a file" },
        { "input/articles/x.md", "../../keys/up/secret.md", "out of the folder of the site, to a file" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_link_that_leads_out_is_an_error_and_shows_nothing(string link, string target, string words)
    {
        using var place = new Place();
        place.Link(link, target.Replace("{outside}", place.Outside, StringComparison.Ordinal));
        var run = place.Site.Run("build", "--cache", "kept", "--format", "json");
        Assert.Contains($"this link leads {words}\"", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\"file\": \"{link}\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.Status);
        Assert.DoesNotContain(Secret, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(place.Site.FilesOf("output"), file => file.Key != "page.md" && System.Text.Encoding.UTF8.GetString(file.Value)
            .Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("input/articles/x.md", "../../shared/story.md", "/x/")]
    [InlineData("input/articles/x.md", "../../shared/again.md", "/x/")]
    [InlineData("input/articles/x.md", "a.md", "/x/")]
    [InlineData("input/articles/more", "../../shared", "/story/")]
    [InlineData("input/articles/more", "../../shared/../shared", "/story/")]
    [InlineData("input/articles/more", "../../around", "/story/")]
    public void A_link_within_the_folder_of_the_site_is_followed(string link, string target, string url)
    {
        using var place = new Place();
        place.Site.Link("shared/again.md", "story.md");
        place.Site.Link("around", "shared");
        place.Link(link, target);
        if (link.EndsWith("more", StringComparison.Ordinal)) File.Delete(Path.Combine(place.Site.Folder, "shared/again.md"));
        var run = place.Site.Run("build");
        Assert.Equal((0, true), (run.Status, File.Exists(Path.Combine(place.Site.Folder, "output" + url + "index.html"))));
    }

    [Fact]
    public void Site_yaml_may_name_a_folder_beside_the_site()
    {
        using var place = new Place();
        place.Link("input/articles/x.md", Path.Combine(place.Outside, "shared", "story.md"));
        Assert.Equal(1, place.Site.Run("check").Status);
        place.Site.Replace("input/site.yaml", "title:", "allow_links: [../outside/shared]\ntitle:");
        var run = place.Site.Run("check");
        Assert.Equal((0, ""), (run.Status, run.Status == 0 ? "" : run.Error));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../outside/..")]
    [InlineData("/")]
    [InlineData("/proc")]
    [InlineData("/etc")]
    [InlineData("~/keys")]
    [InlineData("")]
    [InlineData("../outside/.ssh")]
    [InlineData("../outside/_temp")]
    [InlineData("..\\\\outside")]
    public void Site_yaml_may_name_no_folder_of_the_system_or_above_the_site(string folder)
    {
        using var place = new Place();
        place.Link("input/articles/x.md", Path.Combine(place.Outside, "secret.md"));
        place.Site.Replace("input/site.yaml", "title:", $"allow_links: [\"{folder}\"]\ntitle:");
        var run = place.Site.Run("check");
        Assert.Contains("misplaced-link", run.Error, StringComparison.Ordinal);
        Assert.Contains("input/site.yaml:1:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../../../../../../../../../proc/self", "environ")]
    [InlineData("../hidden", "environ")]
    [InlineData("../looks", "environ")]
    public void Folders_of_the_system_are_not_reached_by_a_way_around(string folder, string file)
    {
        using var place = new Place();
        if (!File.Exists("/proc/self/environ")) Assert.Skip("This system has no /proc.");
        File.CreateSymbolicLink(Path.Combine(place.Outside, "..", "looks"), "/proc/self");
        place.Link($"input/images/{file}", $"/proc/self/{file}");
        place.Site.Replace("input/site.yaml", "title:", $"allow_links: [\"{folder}\"]\ntitle:");
        Assert.Contains("misplaced-link", place.Site.Run("check").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_round_in_circles_end()
    {
        using var place = new Place();
        place.Site.Link("input/articles/a", ".");
        place.Site.Link("input/articles/b", ".");
        place.Site.Link("input/articles/one", "two");
        place.Site.Link("input/articles/two", "one");
        place.Site.Link("input/articles/facts", "../facts");
        place.Site.Link("input/facts/articles", "../articles");
        var run = place.Site.Run("check");
        Assert.Contains("unreadable-file: input/articles/one", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Status);
    }

    [Fact]
    public void An_input_that_was_named_may_be_a_link_and_one_that_was_not_may_not_lead_out()
    {
        using var place = new Place();
        Directory.Move(Path.Combine(place.Site.Folder, "input"), Path.Combine(place.Outside, "content"));
        Directory.CreateSymbolicLink(Path.Combine(place.Site.Folder, "input"), Path.Combine(place.Outside, "content"));
        Assert.Contains("misplaced-link", place.Site.Run("check").Error, StringComparison.Ordinal);
        Assert.Equal(0, place.Site.Run("check", "--input", "input").Status);
    }

    /// <summary>A site, and a folder beside it with what is not the site's.</summary>
    private sealed class Place : IDisposable
    {
        private readonly Scratch _whole = new();

        public Place()
        {
            Site = new Scratch(Path.Combine(_whole.Folder, "site"));
            Outside = Path.Combine(_whole.Folder, "outside");
            foreach (var name in new[] { "outside/secret.md", "outside/secret.yaml", "outside/secret.css", "outside/site.yaml",
                "outside/.ssh/x.md", "site/.env.md", "site/.git/config", "site/output/page.md", "site/kept/page.md", "site/keys/key.txt" })
                _whole.Write(name, Secret);
            _whole.Write("outside/shared/story.md", Article);
            Site.Write("output/.explainers", "This folder is written by explainers. It removes files here that the site does not have.\n");
            Site.Write("shared/story.md", Article);
            Site.Write("input/site.yaml", "title: A site\ndescription: D\nbase_url: https://example.org/\n");
            Site.Write("input/facts/.keep", "");
            Site.Write("input/articles/a.md", Article);
            Site.Link("one.md", "two.md");
            Site.Link("two.md", Path.Combine(Outside, "secret.md"));
            Site.Link("keys/up", Outside);
        }

        public Scratch Site { get; }

        public string Outside { get; }

        public void Link(string link, string target)
        {
            if (link == "input/site.yaml") File.Delete(Path.Combine(Site.Folder, link));
            Site.Link(link, target);
        }

        public void Dispose() => _whole.Dispose();
    }
}
