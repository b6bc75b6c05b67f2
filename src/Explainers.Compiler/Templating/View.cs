using System.Collections.Frozen;
using Explainers.Diagnostics;
using Explainers.Scopes;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Explainers.Templating;

/// <summary>A value as templates see it: read-only, with a fixed list of members; an unknown member is an error.</summary>
internal abstract class View : IScriptObject
{
    /// <inheritdoc />
    public abstract int Count { get; }

    /// <inheritdoc />
    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    /// <inheritdoc />
    public abstract IEnumerable<string> GetMembers();

    /// <inheritdoc />
    public abstract bool Contains(string member);

    /// <inheritdoc />
    public abstract bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value);

    /// <inheritdoc />
    public bool CanWrite(string member) => false;

    /// <inheritdoc />
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) =>
        throw new ScriptRuntimeException(span, $"'{member}' cannot be set: what the compiler gives to templates is read-only");

    /// <inheritdoc />
    public bool Remove(string member) => false;

    /// <inheritdoc />
    public void SetReadOnly(string member, bool readOnly)
    {
    }

    /// <inheritdoc />
    public IScriptObject Clone(bool deep) => this;
}

/// <summary>The members that templates may ask of a kind of value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="what">The kind in the words of a message: "an article".</param>
/// <param name="members">Name and reader of each member.</param>
internal sealed class Members<T>(string what, IEnumerable<KeyValuePair<string, Func<T, PageScope, object?>>> members)
{
    /// <summary>The kind in the words of a message.</summary>
    public string What { get; } = what;

    /// <summary>The readers by name.</summary>
    public FrozenDictionary<string, Func<T, PageScope, object?>> Readers { get; } = members.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value as templates see it on a page.</summary>
    public View Of(T value, PageScope page) => new View<T>(value, page, this);

    /// <summary>Values as templates see them on a page.</summary>
    public View[] Of(IEnumerable<T> values, PageScope page) => [.. values.Select(value => Of(value, page))];
}

/// <summary>A value on a page, read through its list of members.</summary>
internal sealed class View<T>(T value, PageScope page, Members<T> members) : View
{
    private Dictionary<string, (int Version, Array List)>? _lists;

    /// <inheritdoc />
    public override int Count => members.Readers.Count;

    /// <inheritdoc />
    public override IEnumerable<string> GetMembers() => members.Readers.Keys;

    /// <inheritdoc />
    public override bool Contains(string member) => members.Readers.ContainsKey(member);

    /// <inheritdoc />
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? found)
    {
        if (members.Readers.TryGetValue(member, out var reader))
        {
            found = Kept(member, reader);
            return true;
        }
        throw new UnknownMemberException(span, $"{members.What} has no member '{member}'", Nearest.To(member, members.Readers.Keys));
    }

    /// <summary>
    /// What a member gives. A list is made once, since templates ask for its size again and again; one that has grown since is made
    /// anew.
    /// </summary>
    private object? Kept(string member, Func<T, PageScope, object?> reader)
    {
        var version = GrowingLists.Has(member) ? page.Version : 0;
        if (_lists is not null && _lists.TryGetValue(member, out var kept) && kept.Version == version) return kept.List;
        var found = reader(value, page);
        if (found is Array list) (_lists ??= new(StringComparer.Ordinal))[member] = (version, list);
        return found;
    }
}

/// <summary>Lists that grow while a page is written: its sources, and what uses them.</summary>
internal static class GrowingLists
{
    /// <summary>Whether a member is such a list.</summary>
    public static bool Has(string member) => member is "sources" or "uses" or "terms";
}

/// <summary>The strings of the page's language, as templates see them.</summary>
internal sealed class StringsView(FrozenDictionary<string, string> strings) : View
{
    /// <inheritdoc />
    public override int Count => strings.Count;

    /// <inheritdoc />
    public override IEnumerable<string> GetMembers() => strings.Keys;

    /// <inheritdoc />
    public override bool Contains(string member) => strings.ContainsKey(member);

    /// <inheritdoc />
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (strings.TryGetValue(member, out var text))
        {
            value = text;
            return true;
        }
        throw new UnknownMemberException(span, $"the page's language has no word '{member}'", Nearest.To(member, strings.Keys));
    }
}

/// <summary>A template asked for a member that its value does not have.</summary>
internal sealed class UnknownMemberException(SourceSpan span, string message, string? nearest) : ScriptRuntimeException(span, message)
{
    /// <summary>The member that was most likely meant.</summary>
    public string? NearestName { get; } = nearest;
}
