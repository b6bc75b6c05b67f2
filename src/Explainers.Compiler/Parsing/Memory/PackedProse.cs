using Explainers.Parsing.Articles;

namespace Explainers.Parsing.Memory;

/// <summary>Prose in a pack: what bodies, front matter and the texts of sheets are made of.</summary>
internal static class PackedProse
{
    extension(SyntaxWriter writer)
    {
        /// <summary>Writes a line or text that may refer to facts.</summary>
        public void Prose(ProseSyntax prose)
        {
            writer.List(prose.Parts, part => writer.Part(part, []));
            writer.IfAny(prose.Text, writer.ProseText);
            writer.Span(prose.Span);
        }

        /// <summary>Writes the text that readers see.</summary>
        public void ProseText(ProseText text)
        {
            writer.Text(text.Text);
            writer.List(text.Segments, writer.Segment);
            writer.List(text.Allowed, writer.Segment);
        }

        private void Segment(ProseSegment segment)
        {
            writer.Number(segment.Text);
            writer.Number(segment.File);
            writer.Number(segment.Length);
        }
    }

    extension(SyntaxReader reader)
    {
        /// <summary>A line or text that may refer to facts.</summary>
        public ProseSyntax Prose() => new(reader.List(() => reader.Part([])), reader.IfAny(reader.ProseText), reader.Span());

        /// <summary>The text that readers see.</summary>
        public ProseText ProseText() => new(reader.Text(), reader.List(reader.Segment), reader.List(reader.Segment), reader.File);

        private ProseSegment Segment() => new(reader.Number(), reader.Number(), reader.Number());
    }
}
