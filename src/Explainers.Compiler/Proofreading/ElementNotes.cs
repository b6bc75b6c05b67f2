namespace Explainers.Proofreading;

/// <summary>Takes note of what stands in a page.</summary>
internal interface IPageNotes
{
    /// <summary>An element bears an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="offset">Where the element begins, in UTF-16 units.</param>
    void Id(ReadOnlySpan<char> id, int offset);

    /// <summary>An element leads to an address, or loads what is there.</summary>
    void Link(ReadOnlySpan<char> address, int offset);

    /// <summary>An element loads what is at an address and shows or runs it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="address">The address.</param>
    /// <param name="offset">Where the element begins, in UTF-16 units.</param>
    void Load(ReadOnlySpan<char> element, ReadOnlySpan<char> address, int offset);

    /// <summary>An element has a script or styles of its own, which no security policy of ours allows.</summary>
    /// <param name="what">What it has, in the words of a message.</param>
    /// <param name="offset">Where the element begins, in UTF-16 units.</param>
    void Inline(string what, int offset);

    /// <summary>An image has no text alternative: neither words nor an empty text, which says that it is decoration.</summary>
    void BareImage(string address, int offset);
}

/// <summary>What the attributes of one element say, whoever reads them.</summary>
/// <param name="element">The name of the element in small letters.</param>
/// <param name="offset">Where it begins.</param>
/// <param name="notes">Takes note.</param>
internal ref struct ElementNotes(ReadOnlySpan<char> element, int offset, IPageNotes notes)
{
    private readonly ReadOnlySpan<char> _element = element;
    private string _source = "";
    private string _reference = "";
    private bool _hasAlternative;
    private bool _isData;
    private bool _isLoaded;

    /// <summary>Whether an attribute says something.</summary>
    public static bool Reads(ReadOnlySpan<char> attribute) => attribute is "id" or "href" or "xlink:href" or "src" or "srcset" or "poster"
        or "data" or "background" or "alt" or "popovertarget" or "rel" or "type" or "action" or "formaction" or "style"
        || attribute is ['o', 'n', _, _, ..];

    /// <summary>Takes the next attribute.</summary>
    public void Attribute(scoped ReadOnlySpan<char> name, scoped ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "id": notes.Id(value, offset); break;
            case "href" or "xlink:href" when _element is "image" or "use" or "feimage": notes.Load(_element, value, offset); break;
            case "href":
                if (_element is "link") _reference = value.ToString();
                notes.Link(value, offset);
                break;
            case "rel" when _element is "link": _isLoaded = IsLoaded(value); break;
            case "type" when _element is "script": _isData = value is not ("" or "module" or "text/javascript"); break;
            case "action" or "formaction" when value.Length > 0: notes.Load("form", value, offset); break;
            case "style": notes.Inline("an attribute 'style'", offset); break;
            case ['o', 'n', ..]: notes.Inline($"an attribute '{name}'", offset); break;
            case "src":
                if (_element is "img" or "script") _source = value.ToString();
                notes.Link(value, offset);
                notes.Load(_element, value, offset);
                break;
            case "srcset": Candidates(value); break;
            case "poster":
                notes.Link(value, offset);
                notes.Load(_element, value, offset);
                break;
            case "background": notes.Load(_element, value, offset); break;
            case "data" when _element is "object": notes.Load(_element, value, offset); break;
            case "popovertarget": notes.Link($"#{value}", offset); break;
            case "alt": _hasAlternative = true; break;
        }
    }

    /// <summary>The element has no more attributes.</summary>
    public readonly void End()
    {
        if (_element is "img" && !_hasAlternative) notes.BareImage(_source, offset);
        if (_element is "script" && _source.Length == 0 && !_isData) notes.Inline("a script of its own", offset);
        if (_element is "style") notes.Inline("an element 'style'", offset);
        if (_isLoaded && _reference.Length > 0) notes.Load(_element, _reference, offset);
    }

    /// <summary>Whether what a link leads to is loaded with the page.</summary>
    private static bool IsLoaded(ReadOnlySpan<char> relation)
    {
        foreach (var word in relation.Split(' '))
            if (relation[word] is "stylesheet" or "preload" or "modulepreload" or "icon") return true;
        return false;
    }

    /// <summary>Takes the addresses of a list of pictures in several sizes.</summary>
    private readonly void Candidates(scoped ReadOnlySpan<char> list)
    {
        const string Spaces = " \t\r\n\f";
        for (var at = 0; at < list.Length;)
        {
            while (at < list.Length && (Spaces.Contains(list[at], StringComparison.Ordinal) || list[at] == ',')) at++;
            var start = at;
            while (at < list.Length && !Spaces.Contains(list[at], StringComparison.Ordinal)) at++;
            if (at == start) return;
            var address = list[start..at];
            notes.Load(_element, address.TrimEnd(','), offset);
            if (address[^1] != ',') at = list[at..].IndexOf(',') is >= 0 and var next ? at + next : list.Length;
        }
    }
}
