using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Pictures;

/// <summary>
/// Reads a drawing and writes anew what browsers draw of it: known elements and attributes, titles, styles. Comments and what
/// programs note for themselves
/// are dropped; what runs or loads something is reported.
/// </summary>
internal sealed class SvgReader
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string XLink = "http://www.w3.org/1999/xlink";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";
    private readonly SourceFile _file;
    private readonly string _text;
    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();

    private SvgReader(SourceFile file, XmlReader reader, XmlWriter writer) =>
        (_file, _text, _reader, _writer) = (file, file.Text, reader, writer);

    /// <summary>Reads a drawing.</summary>
    public static Diagnosed<PictureSyntax> Read(SourceFile file)
    {
        if (file.FirstInvalidByte() is >= 0 and var place)
            return new Diagnosed<PictureSyntax>(new PictureSyntax(file, null), [Catalog.NotUtf8(file, place)]);
        using var bytes = new MemoryStream();
        // A document type is skipped unread, so that no entity is ever declared.
        var reading = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true };
        var writing = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Encoding = new UTF8Encoding(false),
            NewLineHandling = NewLineHandling.None
        };
        ImmutableArray<Diagnostic> findings;
        using (var reader = XmlReader.Create(new StringReader(file.Text), reading))
        using (var writer = XmlWriter.Create(bytes, writing))
        {
            var svg = new SvgReader(file, reader, writer);
            svg.Read();
            findings = svg._findings.ToImmutable();
            if (findings.IsEmpty) writer.WriteRaw("\n");
        }
        var content = findings.IsEmpty ? new PictureContent(PictureFormat.Svg, 0, 0, 1, [bytes.ToArray()]) : null;
        return new Diagnosed<PictureSyntax>(new PictureSyntax(file, content), findings);
    }

    private void Read()
    {
        try
        {
            var isRead = _reader.Read();
            while (isRead) isRead = Node();
        }
        catch (XmlException fault)
        {
            _findings.Add(Catalog.UnreadableImage(At(fault.LineNumber, fault.LinePosition, 0), PictureParser.Drawing, _file.Path,
                "is not well-formed XML here"));
        }
    }

    /// <summary>Takes the node that the reader is at, and leads the reader to the next.</summary>
    private bool Node()
    {
        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                return Element();
            case XmlNodeType.EndElement:
                _writer.WriteEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                _writer.WriteString(_reader.Value);
                break;
            case XmlNodeType.Whitespace when _reader.Depth > 0:
                _writer.WriteWhitespace(_reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction when _reader.Name == "xml-stylesheet":
                Refuse("loads a style sheet");
                break;
        }
        return _reader.Read();
    }

    private bool Element()
    {
        var (name, isEmpty) = (_reader.LocalName, _reader.IsEmptyElement);
        var isDrawing = _reader.NamespaceURI == Namespace;
        if (_reader.Depth == 0 && !(isDrawing && name == "svg"))
        {
            _findings.Add(Catalog.UnreadableImage(Here(), PictureParser.Drawing, _file.Path,
                $"begins with <{_reader.Name}>, not with <svg xmlns=\"{Namespace}\">"));
            return false;
        }
        if (SvgRules.Runs(name)) Refuse($"has the element <{_reader.Name}>");
        if (!isDrawing || !SvgRules.Elements.Contains(name))
        {
            _reader.Skip();
            return !_reader.EOF;
        }
        _writer.WriteStartElement(null, name, Namespace);
        while (_reader.MoveToNextAttribute()) Attribute(name);
        _reader.MoveToElement();
        if (isEmpty) _writer.WriteEndElement();
        if (isEmpty || name != "style") return _reader.Read();
        Style();
        return true;
    }

    /// <summary>Writes the text of a style element, and leads the reader to its end.</summary>
    private void Style()
    {
        var start = Here();
        var style = new StringBuilder();
        var depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element) Refuse("has an element in its style sheet");
            else if (_reader.NodeType is not (XmlNodeType.ProcessingInstruction or XmlNodeType.EndElement)) style.Append(_reader.Value);
        }
        _writer.WriteString(Checked(style.ToString(), start));
    }

    private void Attribute(string element)
    {
        var (name, value, space) = (_reader.LocalName, _reader.Value, _reader.NamespaceURI);
        if (space.Length == 0 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            Refuse($"has the attribute '{name}', which runs a script");
        else if (name == "href" && space is "" or XLink) Reference(element, value);
        else if (name is "space" or "lang" && space == Xml) _writer.WriteAttributeString("xml", name, Xml, value);
        else if (name == "attributeName" && !SvgRules.MayBeMoved(value)) Refuse($"changes '{value}' while it is shown");
        else if (space.Length == 0 && SvgRules.IsText(name)) _writer.WriteAttributeString(name, value);
        else if (space.Length == 0 && SvgRules.Attributes.Contains(name)) _writer.WriteAttributeString(name, Checked(value, Here()));
    }

    private void Reference(string element, string value)
    {
        var target = value.Trim();
        if (target.StartsWith('#') || (element == "a" && SvgRules.IsSafeLink(target))) _writer.WriteAttributeString("href", target);
        else if (element is "image" or "feImage" && Embedded(target) is { } picture) _writer.WriteAttributeString("href", picture);
        else Refuse($"leads to '{Catalog.Shorten(target)}' outside of it");
    }

    /// <summary>A picture that stands in the drawing itself, without its metadata; null for anything else.</summary>
    private static string? Embedded(string url)
    {
        const string Begin = "data:image/", Base64 = ";base64,";
        var data = url.IndexOf(Base64, StringComparison.OrdinalIgnoreCase);
        if (data < 0 || !url.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[url.Length];
        if (!Convert.TryFromBase64String(url[(data + Base64.Length)..], bytes, out var length)) return null;
        return PictureParser.Raster(bytes.AsMemory(0, length)) is { Content: { } content }
            ? $"{Begin}{content.Format.ToString().ToLowerInvariant()}{Base64}{Convert.ToBase64String(content.Bytes.Span)}"
            : null;
    }

    private string Checked(string style, FileSpan at)
    {
        var (clean, what) = SvgStyle.Check(style);
        if (what is not null) _findings.Add(Catalog.UnsafeDrawing(at, what));
        return clean;
    }

    private void Refuse(string what) => _findings.Add(Catalog.UnsafeDrawing(Here(), what));

    private FileSpan Here()
    {
        var place = (IXmlLineInfo)_reader;
        return At(place.LineNumber, place.LinePosition, _reader.Name.Length);
    }

    private FileSpan At(int line, int column, int length)
    {
        var start = 0;
        for (; line > 1 && _text.IndexOf('\n', start) is >= 0 and var end; line--) start = end + 1;
        start = Math.Min(start + Math.Max(0, column - 1), _text.Length);
        return new FileSpan(_file, start, Math.Min(length, _text.Length - start));
    }
}
