namespace Explainers.BrowserTests;

/// <summary>Finds the checkout that the tests were built from.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder that holds Explainers.sln.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Join(folder.FullName, "Explainers.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests do not stand in a checkout with Explainers.sln.");
    }
}
