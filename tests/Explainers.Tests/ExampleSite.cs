using System.Text;

namespace Explainers.Tests;

/// <summary>The small site of tests/explanations, with the texts of an example laid over it.</summary>
internal sealed class ExampleSite : IDisposable
{
    private const string Article = "input/articles/alaska-purchase.md";
    private const string Sheet = "input/facts/alaska-purchase.yaml";
    /// <summary>Pictures that are errors as such, and so are images only of the examples that name them.</summary>
    private const string Broken = "broken";

    private const string Site = "input/site.yaml";
    private const string AllowsHtml = " of a site with 'allow_html";
    private readonly Scratch _files = new();
    private string[] _arguments = ["check"];

    /// <summary>Makes the site of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="silent">Warnings that site.yaml turns off.</param>
    public ExampleSite(Example example, IEnumerable<string> silent)
    {
        Scratch.Copy(Path.Combine(RepositoryRoot.Path, "tests", "explanations"), _files.Folder);
        Merge(Site, $"findings:\n{string.Concat(silent.Select(code => $"  {code}: off\n"))}");
        foreach (var fragment in example.Fragments) Put(fragment);
        foreach (var (name, bytes) in Scratch.Files(Path.Combine(_files.Folder, Broken)))
        {
            if (!example.Fragments.Any(fragment => fragment.Text.Contains(name, StringComparison.Ordinal))) continue;
            File.WriteAllBytes(Path.Combine(_files.Folder, "input", "images", name), bytes);
        }
    }

    /// <summary>Runs the example's command, or a check; findings come as JSON.</summary>
    public Run Run() => _files.Run([.. _arguments, "--format", "json"]);

    /// <inheritdoc />
    public void Dispose() => _files.Dispose();

    private void Put(Fragment fragment)
    {
        var (place, text) = (fragment.Place, fragment.Text);
        if (place.Contains(AllowsHtml, StringComparison.Ordinal))
        {
            Merge(Site, "allow_html: true\n");
            place = place[..place.IndexOf(AllowsHtml, StringComparison.Ordinal)];
        }
        switch (place)
        {
            case "in an article": Append(Article, text); break;
            case "at the top of an article": MergeTop(text); break;
            case "as a whole article": _files.Write("input/articles/example.md", text); break;
            case "in an article saved as UTF-8": Append(Article, text); break;
            case "in an article saved as Windows-1252": Append(Article, text, Encoding.Latin1); break;
            case "two hundred times on one line of an article":
                Append(Article, string.Concat(Enumerable.Repeat(text.TrimEnd(), 200))
                + " No end.\n"); break;
            case "in a fact sheet": Merge(Sheet, text); break;
            case "as a whole fact sheet": _files.Write("input/facts/example.yaml", text); break;
            case "as the name of a file":
                _files.Write($"input/{text.TrimEnd()}", text.Contains(".md", StringComparison.Ordinal)
                ? "---\ntitle: An example\ndescription: An example.\n---\n\nText.\n" : "title: An example\n"); break;
            case "on the command line": _arguments = text.TrimEnd().Split(' ')[1..]; break;
            default: PutInFile(place["in ".Length..], text); break;
        }
    }

    /// <summary>Changes a file that is named: one of the theme is that of the repository, if there is one.</summary>
    private void PutInFile(string place, string text)
    {
        var (path, model) = place.Split(", a copy of ") is [var named, var other]
            ? (named, Path.Combine(Path.GetDirectoryName(named)!, other)) : (place, place);
        var target = path.StartsWith("theme/", StringComparison.Ordinal) || path == "site.yaml" ? path : $"input/{path}";
        if (path == "site.yaml") target = Site;
        var source = Path.Combine(RepositoryRoot.Path, model);
        if (path.StartsWith("theme/", StringComparison.Ordinal) && File.Exists(source)) _files.Write(target, File.ReadAllText(source));
        if (path.EndsWith(".yaml", StringComparison.Ordinal)) Merge(target, text);
        else Append(target, text);
    }

    private void Append(string path, string text, Encoding? encoding = null) =>
        _files.Write(path, File.Exists(Path.Combine(_files.Folder, path)) ? $"{_files.Read(path)}\n{text}" : text, encoding);

    private void Merge(string path, string keys) =>
        _files.Write(path, File.Exists(Path.Combine(_files.Folder, path)) ? YamlMerge.Merge(_files.Read(path), keys) : keys);

    private void MergeTop(string keys)
    {
        var parts = _files.Read(Article).Split("---\n", 3);
        _files.Write(Article, $"---\n{YamlMerge.Merge(parts[1], keys)}---\n{parts[2]}");
    }
}
