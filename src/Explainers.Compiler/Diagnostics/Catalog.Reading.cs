using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    /// <summary>A symbolic link that leads where nothing of the site may come from.</summary>
    public static Diagnostic MisplacedLink(FileSpan at, string where, string hint) =>
        Error("misplaced-link", at, $"this link leads {where}", hint);

    /// <summary>A pipe, a socket or a device.</summary>
    public static Diagnostic NotAFile(FileSpan at, string what) =>
        Error("not-a-file", at, $"this is {what}, not a file", "remove it, or put a file in its place");

    /// <summary>A file or folder beyond what is read.</summary>
    public static Diagnostic TooLarge(FileSpan at, string what, string hint) =>
        Error("too-large", at, what, hint);

    /// <summary>A file that nothing reads, and that looks as if it was meant to be read.</summary>
    public static Diagnostic UnreadFile(FileSpan at, string name, string hint) =>
        Warning("unread-file", at, $"nothing reads '{Shorten(name)}'", hint);

    /// <summary>A folder that nothing reads.</summary>
    internal static Diagnostic UnreadFolder(FileSpan at, string name, string hint) =>
        Warning("unread-file", at, $"nothing reads the folder '{Shorten(name)}'", hint);

    /// <summary>A name that Windows keeps for a device.</summary>
    internal static Diagnostic DeviceName(FileSpan at, string name) =>
        Error(
            "invalid-name",
            at,
            $"'{Shorten(name)}' is the name of a device on Windows, so no file can have it there",
            "take another name");

    /// <summary>A name that not every system can write.</summary>
    internal static Diagnostic UnportableName(FileSpan at, string name, string why) =>
        Error("invalid-name", at, $"'{Shorten(name)}' cannot be the name of a file everywhere: {why}", "take another name");

    /// <summary>Two names that macOS and Windows cannot tell apart.</summary>
    internal static Diagnostic CollidingName(FileSpan at, string name, string other) =>
        Error("invalid-name", at, $"'{Shorten(name)}' and '{Shorten(other)}' are one file on macOS and Windows", "rename one of them");

    /// <summary>The compiler failed, and the preview goes on.</summary>
    public static Diagnostic ToolFault(string what) =>
        Error("tool-fault", FileSpan.None, $"the compiler failed, which is a fault of this tool: {what}",
            "undo the last change to go on, and please report it with the files that cause it");
}
