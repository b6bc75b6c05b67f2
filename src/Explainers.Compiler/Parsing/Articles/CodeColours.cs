using System.Collections.Immutable;

namespace Explainers.Parsing.Articles;

/// <summary>A stretch of code.</summary>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">The class that gives it its colour, or null for plain code.</param>
internal readonly record struct CodePiece(int Length, string? Kind);

/// <summary>
/// Divides code into pieces that get their colour from a class. It knows words, strings, numbers and comments, and no grammar: what it does
/// not know stays plain. Each character is looked at a fixed number of times.
/// </summary>
internal static class CodeColours
{
    private const string Comment = "hl-comment";
    private const string Quoted = "hl-string";
    private const string Number = "hl-number";
    private const string Keyword = "hl-keyword";
    private const string Name = "hl-name";

    /// <summary>The pieces of some code, in order.</summary>
    public static ImmutableArray<CodePiece> Of(string code, CodeLanguage language)
    {
        var pieces = ImmutableArray.CreateBuilder<CodePiece>();
        var isInTag = false;
        for (var at = 0; at < code.Length;)
        {
            var piece = language.Shape switch
            {
                CodeShape.Lines => Line(code.AsSpan(at)),
                CodeShape.Tags => Tag(code, at, language, ref isInTag),
                _ => Word(code, at, language),
            };
            if (piece.Kind is null && pieces is [.., { Kind: null } last]) pieces[^1] = new CodePiece(last.Length + piece.Length, null);
            else pieces.Add(piece);
            at += piece.Length;
        }
        return pieces.DrainToImmutable();
    }

    private static CodePiece Line(ReadOnlySpan<char> rest)
    {
        var length = LineLength(rest) is var text && text < rest.Length ? text + 1 : rest.Length;
        return new CodePiece(length, rest[0] switch { '+' => "hl-added", '-' => "hl-removed", '@' => Comment, _ => null });
    }

    private static CodePiece Tag(string code, int at, CodeLanguage language, ref bool isInTag)
    {
        var rest = code.AsSpan(at);
        if (!isInTag && rest.StartsWith("<!--")) return new CodePiece(Through(rest, language.BlockComment!.Value.Close, 4), Comment);
        if (!isInTag)
        {
            isInTag = rest.Length > 1 && rest[0] == '<' && (char.IsLetter(rest[1]) || rest[1] is '/' or '!' or '?');
            if (isInTag) return new CodePiece(1 + NameLength(rest[1..]), Keyword);
            var text = rest[1..].IndexOf('<');
            return new CodePiece(text < 0 ? rest.Length : text + 1, null);
        }
        if (rest[0] is '"' or '\'') return new CodePiece(Through(rest, rest[..1], 1), Quoted);
        if (rest[0] != '>') return NameLength(rest) is > 0 and var name ? new CodePiece(name, Name) : new CodePiece(1, null);
        isInTag = false;
        return new CodePiece(1, Keyword);
    }

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '-' or ':' or '/' or '!' or '?' or '_'))
            length++;
        return length;
    }

    private static CodePiece Word(string code, int at, CodeLanguage language)
    {
        var rest = code.AsSpan(at);
        var isBehindWord = at > 0 && (char.IsLetterOrDigit(code[at - 1]) || code[at - 1] == '_');
        if (!language.IsLoose || at == 0 || code[at - 1] is ' ' or '\n' or '\t' or '(' or '[' or '{' or ',' or '=')
        {
            foreach (var sign in language.LineComments)
                if (rest.StartsWith(sign)) return new CodePiece(LineLength(rest), Comment);
            if (language.BlockComment is { } block && rest.StartsWith(block.Open))
                return new CodePiece(Through(rest, block.Close, block.Open.Length), Comment);
            if (language.Quotes.Contains(rest[0], StringComparison.Ordinal)) return String(rest, language);
        }
        if (char.IsAsciiDigit(rest[0]) && !isBehindWord) return new CodePiece(NumberLength(rest), Number);
        if (!char.IsLetter(rest[0]) && rest[0] is not ('_' or '$' or '@')) return new CodePiece(1, null);
        var length = WordLength(rest, language.HasKeys);
        var word = rest[..length];
        if (language.HasKeys && IsKey(rest, length)) return new CodePiece(length, Name);
        return new CodePiece(
            length,
            language.Keywords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? Keyword
                : word[0] is '$' or '@' && length > 1 ? Name
                : null);
    }

    private static CodePiece String(ReadOnlySpan<char> rest, CodeLanguage language)
    {
        var quote = rest[..1];
        var isTriple = rest.Length > 2 && rest[1] == rest[0] && rest[2] == rest[0];
        if (isTriple) return new CodePiece(Through(rest, rest[..3], 3), Quoted);
        var isLong = language.LongQuotes.Contains(rest[0], StringComparison.Ordinal);
        var length = 1;
        for (; length < rest.Length && rest[length] != quote[0]; length++)
        {
            if (rest[length] == '\n' && !isLong) return new CodePiece(length, Quoted);
            if (rest[length] == '\\' && length + 1 < rest.Length && rest[length + 1] != '\n') length++;
        }
        length = Math.Min(length + 1, rest.Length);
        return new CodePiece(length, language.HasKeys && IsKey(rest, length) ? Name : Quoted);
    }

    /// <summary>Whether a name is followed by a colon and the end of its line or a space, so that it is a key.</summary>
    private static bool IsKey(ReadOnlySpan<char> rest, int length)
    {
        if (length < rest.Length && rest[length] == ' ') length++;
        return length < rest.Length && rest[length] == ':' && (length + 1 == rest.Length || rest[length + 1] is ' ' or '\n');
    }

    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '.' or '_')) length++;
        return rest[length - 1] == '.' ? length - 1 : length;
    }

    private static int WordLength(ReadOnlySpan<char> rest, bool mayHyphenate)
    {
        var length = 1;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] == '_' || (mayHyphenate && rest[length] == '-')))
            length++;
        return length;
    }

    private static int LineLength(ReadOnlySpan<char> rest) => rest.IndexOf('\n') is >= 0 and var end ? end : rest.Length;

    private static int Through(ReadOnlySpan<char> rest, ReadOnlySpan<char> close, int from) =>
        rest[from..].IndexOf(close) is >= 0 and var at ? from + at + close.Length : rest.Length;
}
