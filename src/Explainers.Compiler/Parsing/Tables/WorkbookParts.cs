using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Explainers.Parsing.Tables;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">The path of its part.</param>
/// <param name="IsHidden">Whether a spreadsheet does not show it.</param>
internal sealed record WorkbookSheet(string Name, string Path, bool IsHidden);

/// <summary>The parts of a workbook: its sheets, the texts that cells share, and the formats of numbers.</summary>
internal sealed class WorkbookParts(ZipArchive archive)
{
    /// <summary>How many bytes a part can have once it is unpacked: a small file can hold a part that no memory has room for.</summary>
    private const long Largest = 400L << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Largest,
        CloseInput = true,
    };

    /// <summary>Whether days are counted from 1904, as old programs did.</summary>
    public bool BeginsIn1904 { get; private set; }

    /// <summary>The sheets in the order of their tabs.</summary>
    public ImmutableArray<WorkbookSheet> Sheets()
    {
        var paths = Related();
        var sheets = ImmutableArray.CreateBuilder<WorkbookSheet>();
        using var xml = Open("xl/workbook.xml");
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") BeginsIn1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } name) continue;
            if (Relation(xml) is { } id && paths.TryGetValue(id, out var path))
                sheets.Add(new WorkbookSheet(name, path, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
        return sheets.DrainToImmutable();
    }

    /// <summary>The texts that cells name by number.</summary>
    public string[] Texts()
    {
        var texts = new List<string>();
        using var xml = Open("xl/sharedStrings.xml");
        while (xml?.ReadToFollowing("si") == true)
        {
            using var inner = xml.ReadSubtree();
            texts.Add(TextIn(inner).Trim());
        }
        return [.. texts];
    }

    /// <summary>The formats of numbers in the order of the styles that cells name.</summary>
    public NumberFormat[] Formats()
    {
        var (own, formats) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<NumberFormat>());
        var isOfCells = false;
        using var xml = Open("xl/styles.xml");
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") isOfCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt") own[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            if (xml.LocalName != "xf" || !isOfCells) continue;
            var id = xml.GetAttribute("numFmtId") ?? "0";
            formats.Add(own.TryGetValue(id, out var code) ? NumberFormat.Of(code) : NumberFormat.BuiltIn(id));
        }
        return [.. formats];
    }

    /// <summary>The text of an element, whose letters may have several styles; without what only says how it is spoken.</summary>
    public static string TextIn(XmlReader xml)
    {
        var text = new StringBuilder();
        var isRead = xml.Read();
        while (isRead)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                xml.Skip();
                isRead = !xml.EOF;
                continue;
            }
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(xml.ReadElementContentAsString());
                isRead = !xml.EOF;
                continue;
            }
            isRead = xml.Read();
        }
        return text.ToString();
    }

    /// <summary>A part by its path, or null.</summary>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    public XmlReader? Open(string path)
    {
        if (archive.GetEntry(path) is not { } entry) return null;
        if (entry.Length > Largest) throw new InvalidDataException();
        return XmlReader.Create(entry.Open(), Settings);
    }

    private Dictionary<string, string> Related()
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Open("xl/_rels/workbook.xml.rels");
        while (xml?.ReadToFollowing("Relationship") == true)
        {
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
            paths[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        }
        return paths;
    }

    /// <summary>The id of a relation, in whichever of the two namespaces the file has.</summary>
    private static string? Relation(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) id = xml.Value;
        xml.MoveToElement();
        return id;
    }
}
