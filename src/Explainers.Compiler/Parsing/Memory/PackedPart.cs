using System.Collections.Immutable;
using Explainers.Parsing.Articles;

namespace Explainers.Parsing.Memory;

/// <summary>Pieces of prose in a pack, each behind the letter of its kind.</summary>
internal static class PackedPart
{
    extension(SyntaxWriter writer)
    {
        /// <summary>Writes a piece.</summary>
        /// <param name="part">The piece.</param>
        /// <param name="headings">The headings of its body, which links of cards are told by.</param>
        public void Part(BodyPart part, ImmutableArray<HeadingSyntax> headings)
        {
            switch (part)
            {
                case HtmlPart html:
                    writer.Number('h');
                    writer.Text(html.Html);
                    break;
                case MarkPart mark:
                    writer.Number('m');
                    writer.Span(mark.Span);
                    break;
                case ExpressionPart expression:
                    writer.Number('e');
                    writer.Expression(expression.Expression);
                    writer.Number((int)expression.Setting);
                    break;
                case LinkPart link:
                    writer.Number('l');
                    writer.Text(link.Target);
                    writer.Span(link.Span);
                    break;
                case CardLinkPart card:
                    writer.Number('c');
                    writer.Number(headings.IndexOf(card.Heading));
                    break;
                case BlockPart block:
                    writer.Number('b');
                    writer.Block(block.Block);
                    writer.Number((int)block.Standing);
                    break;
                case ImagePart image:
                    writer.Number('i');
                    writer.Image(image, headings);
                    break;
                default:
                    throw new InvalidOperationException($"{part.GetType().Name} has no letter.");
            }
        }

        /// <summary>Writes the name of a fact.</summary>
        public void Reference(ReferenceSyntax reference)
        {
            writer.Text(reference.Sheet);
            writer.TextIfAny(reference.Id);
            writer.Span(reference.Span);
        }

        private void Expression(ExpressionSyntax expression)
        {
            writer.Reference(expression.Reference);
            writer.List(expression.Filters, filter =>
            {
                writer.Text(filter.Name);
                writer.List(filter.Arguments, writer.Scalar);
                writer.Span(filter.Span);
            });
            writer.Span(expression.Span);
        }

        private void Block(BlockSyntax block)
        {
            writer.Text(block.Name);
            writer.List(block.Arguments, writer.Reference);
            writer.List(block.Options, option =>
            {
                writer.Scalar(option.Name);
                writer.Scalar(option.Value);
            });
            writer.Span(block.Span);
        }

        private void Image(ImagePart image, ImmutableArray<HeadingSyntax> headings)
        {
            writer.Text(image.Target);
            writer.Flag(image.Alt is not null);
            if (image.Alt is { } alt) writer.List(alt, part => writer.Part(part, headings));
            writer.TextIfAny(image.Title);
            writer.Number((int)image.Standing);
            writer.Span(image.Span);
        }
    }

    extension(SyntaxReader reader)
    {
        /// <summary>A piece.</summary>
        public BodyPart Part(ImmutableArray<HeadingSyntax> headings) => reader.Number() switch
        {
            'h' => new HtmlPart(reader.Text()),
            'm' => new MarkPart(reader.Span()),
            'e' => new ExpressionPart(reader.Expression(), (Setting)reader.Number()),
            'l' => new LinkPart(reader.Text(), reader.Span()),
            'c' => new CardLinkPart(headings[reader.Number()]),
            'b' => new BlockPart(reader.Block(), (Standing)reader.Number()),
            'i' => new ImagePart(reader.Text(), reader.Flag() ? reader.List(() => reader.Part(headings)) : null, reader.TextIfAny(), (ImageStanding)reader.Number(), reader.Span()),
            var other => throw new InvalidOperationException($"{other} is the letter of no piece of prose."),
        };

        /// <summary>The name of a fact.</summary>
        public ReferenceSyntax Reference() => new(reader.Text(), reader.TextIfAny(), reader.Span());

        private ExpressionSyntax Expression() => new(reader.Reference(), reader.List(reader.Filter), reader.Span());

        private FilterSyntax Filter() => new(reader.Text(), reader.List(reader.Scalar), reader.Span());

        private BlockSyntax Block() => new(reader.Text(), reader.List(reader.Reference), reader.List(() => new OptionSyntax(reader.Scalar(), reader.Scalar())), reader.Span());
    }
}
