using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>The footnotes of a body, numbered in order of first use.</summary>
internal sealed class BodyNotes
{
    private readonly Dictionary<string, NoteBlock> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<NoteBlock, int> _numbers = [];
    private readonly List<NoteBlock> _order = [];
    private readonly List<List<int>> _uses = [];
    private readonly HashSet<string> _misplaced = new(StringComparer.OrdinalIgnoreCase);
    private int _marks;

    /// <summary>Takes the footnotes of a body; two with one label are reported.</summary>
    public BodyNotes(BodyTree tree, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var note in tree.Blocks.OfType<NoteBlock>())
        {
            if (!_known.TryAdd(note.Label, note)) findings.Add(Catalog.DuplicateFootnote(At(note, file), note.Label));
        }
    }

    /// <summary>The footnotes that something refers to, in order of first use.</summary>
    public IReadOnlyList<NoteBlock> Order => _order;

    /// <summary>Notes a mark.</summary>
    /// <returns>The mark, or null where there is no such footnote.</returns>
    public NoteMarkPart? Refer(string label)
    {
        if (!_known.TryGetValue(label, out var note)) return null;
        if (!_numbers.TryGetValue(note, out var number))
        {
            _order.Add(note);
            _uses.Add([]);
            _numbers.Add(note, number = _order.Count);
        }
        _uses[number - 1].Add(++_marks);
        return new NoteMarkPart(number, _marks);
    }

    /// <summary>Notes a mark where none may stand, which is reported by itself.</summary>
    public void Misplace(string label) => _misplaced.Add(label);

    /// <summary>The marks of a footnote.</summary>
    public ImmutableArray<int> Uses(int number) => [.. _uses[number - 1]];

    /// <summary>The label that one was most likely meant to be.</summary>
    public string? Near(string label) => Nearest.To(label, _known.Keys);

    /// <summary>Reports the footnotes that nothing refers to.</summary>
    public void ReportUnused(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var note in _known.Values)
        {
            if (!_numbers.ContainsKey(note) && !_misplaced.Contains(note.Label))
                findings.Add(Catalog.UnusedFootnote(At(note, file), note.Label));
        }
    }

    private static FileSpan At(NoteBlock note, SourceFile file) => new(file, note.Span.Start, note.Label.Length + "[^]:".Length);
}
