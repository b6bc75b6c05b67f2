using System.Text;

namespace Explainers.Benchmarks.Tools;

/// <summary>Writes the source files of one site, and copies the layouts that the benchmark keeps beside its own code.</summary>
internal sealed class SiteFiles(string folder)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one file, making its folder first where needed.</summary>
    public void Write(string path, string text)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text, _utf8);
    }

    /// <summary>Copies the stylesheet that all peers share.</summary>
    public void CopyStyle(string path) =>
        Write(path, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sites", "style.css")));

    /// <summary>Copies the layouts and settings of one tool.</summary>
    public void CopyLayouts(string tool)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Sites", tool);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
    }
}
