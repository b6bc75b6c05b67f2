using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>Who writes the articles of a site.</summary>
internal sealed class AuthorQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public AuthorQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        Author = engine.Query<string, Author?>("author", (reads, id) =>
            binding.Publication.AuthorOf(reads, id) is { } author ? Bound(reads, author) : null);
        Names = engine.Query<SiteKey, NearestIndex>("ids of authors", (reads, _) =>
            new NearestIndex(Written(reads).Select(author => author.Id.Text)));
        ByName = engine.Query<SiteKey, ILookup<string, string>>("authors by name", (reads, _) =>
            Written(reads).ToLookup(author => author.Name, author => author.Id.Text, StringComparer.OrdinalIgnoreCase));
        IsComplete = engine.Query<SiteKey, bool>(
            "whether all authors are known", (reads, _) => !binding.Syntax.Authors.Get(reads, default).Value.IsPartial);
        HasAny = engine.Query<SiteKey, bool>("whether there are authors", (reads, _) => !Written(reads).IsEmpty);
        Default = engine.Query<SiteKey, EquatableArray<string>>("default authors", (reads, _) =>
            binding.Publication.Settings(reads).DefaultAuthors.Select(name => name.Text).Distinct()
            .Where(id => binding.Publication.AuthorOf(reads, id) is not null).ToEquatable());
        Portrait = engine.Query<string, ShownImage?>("portrait", (reads, id) =>
            binding.Publication.AuthorOf(reads, id) is { } author ? PortraitOf(reads, author) : null);
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of authors", (reads, _) => FindingsOf(reads).ToEquatable());
    }

    /// <summary>An author by id, or null.</summary>
    public Query<string, Author?> Author { get; }

    /// <summary>Whether authors.yaml could be read, so that an author who is not there does not exist.</summary>
    public Query<SiteKey, bool> IsComplete { get; }

    /// <summary>Whether authors.yaml lists anybody.</summary>
    public Query<SiteKey, bool> HasAny { get; }

    /// <summary>Who wrote the articles that name nobody.</summary>
    public Query<SiteKey, EquatableArray<string>> Default { get; }

    /// <summary>The photograph of an author, with the place that names it, or null where there is none that can be shown.</summary>
    public Query<string, ShownImage?> Portrait { get; }

    /// <summary>What is wrong with authors.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    private Query<SiteKey, NearestIndex> Names { get; }

    private Query<SiteKey, ILookup<string, string>> ByName { get; }

    /// <summary>The photographs that authors.yaml names, whoever has a page.</summary>
    public IEnumerable<ShownImage> Portraits(Reads reads) =>
        Written(reads).Select(author => Portrait.Get(reads, author.Id.Text)).OfType<ShownImage>();

    /// <summary>The id that a name was most likely meant to be: that of an author of this name, or else the most similar one.</summary>
    public string? Nearest(Reads reads, string name) =>
        ByName.Get(reads, default)[name].FirstOrDefault() ?? Names.Get(reads, default).To(name);

    /// <summary>Whether an author has this name.</summary>
    public bool IsName(Reads reads, string name) => ByName.Get(reads, default).Contains(name);

    private ImmutableArray<AuthorSyntax> Written(Reads reads) => _binding.Syntax.Authors.Get(reads, default).Value.Authors;

    private Author Bound(Reads reads, AuthorSyntax author) => new(
        author.Id.Text,
        author.Name,
        author.Role,
        author.Bio,
        PortraitOf(reads, author)?.Path,
        author.Links.Select(link => new AuthorLink(link.Label, link.Url)).ToEquatable(),
        author.Languages.ToEquatable(),
        author.Expertise.ToEquatable(),
        author.Email);

    private ShownImage? PortraitOf(Reads reads, AuthorSyntax author) => author.Photograph is { } photograph
        && PictureParser.IsPhotograph(photograph.Text)
        && _binding.Publication.CreditOf(reads, photograph.Text) is not null
        && _binding.Site.Image.Get(reads, photograph.Text) is not null
            ? new ShownImage(photograph.Text, true, photograph.Span)
            : null;

    private IEnumerable<Diagnostic> FindingsOf(Reads reads)
    {
        foreach (var name in _binding.Publication.Settings(reads).DefaultAuthors)
        {
            if (IsComplete.Get(reads, default) && _binding.Publication.AuthorOf(reads, name.Text) is null)
                yield return Catalog.UnknownAuthor(name.Span, name.Text, Nearest(reads, name.Text));
        }
        if (!HasAny.Get(reads, default)) yield break;
        var images = _binding.Syntax.Lists.Get(reads, default).Images.ToHashSet(StringComparer.Ordinal);
        var named = Named(reads);
        foreach (var author in Written(reads))
        {
            if (author.Photograph is { } photograph && Fault(reads, photograph, images) is { } fault) yield return fault;
            if (!named.Contains(author.Id.Text)) yield return Catalog.UnusedAuthor(author.Id.Span, author.Id.Text);
        }
    }

    /// <summary>Everybody whom an article names, published or not.</summary>
    private HashSet<string> Named(Reads reads)
    {
        var named = Default.Get(reads, default).Concat(_binding.Publication.Published.Get(reads, default).Waiting.Authors)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var article in _binding.Articles.All.Get(reads, default))
        {
            var head = _binding.Articles.Head.Get(reads, article);
            named.UnionWith(head.Authors);
            named.UnionWith(head.Contributions.Select(part => part.Author));
        }
        return named;
    }

    private Diagnostic? Fault(Reads reads, ScalarSyntax photograph, HashSet<string> images) =>
        !images.Contains(photograph.Text) || !PictureParser.IsPhotograph(photograph.Text)
            ? Catalog.UnknownPhotograph(photograph.Span, photograph.Text,
                Diagnostics.Nearest.To(photograph.Text, images.Where(PictureParser.IsPhotograph)))
        : _binding.Publication.CreditOf(reads, photograph.Text) is null ? Catalog.MissingCredit(photograph.Span, photograph.Text)
        : null;
}
