using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Memory;

/// <summary>What entries of sheets say, in a pack, each behind the letter of its kind.</summary>
internal static class PackedValue
{
    extension(SyntaxWriter writer)
    {
        /// <summary>Writes what an entry says.</summary>
        public void Value(EntryValueSyntax value)
        {
            switch (value)
            {
                case LiteralSyntax literal:
                    writer.Number('l');
                    writer.Literal(literal);
                    break;
                case DisputedSyntax disputed:
                    writer.Number('d');
                    writer.List(disputed.Versions, writer.Version);
                    break;
                case PersonSyntax person:
                    writer.Number('p');
                    writer.Person(person);
                    break;
                case QuoteSyntax quote:
                    writer.Number('q');
                    writer.Quote(quote);
                    break;
                case EventSyntax happening:
                    writer.Number('e');
                    writer.Event(happening);
                    break;
                case PlaceSyntax place:
                    writer.Number('a');
                    writer.Place(place);
                    break;
                case TermSyntax term:
                    writer.Number('t');
                    writer.Term(term);
                    break;
                case TableSyntax table:
                    writer.Number('r');
                    writer.Table(table);
                    break;
                default:
                    throw new InvalidOperationException($"{value.GetType().Name} has no letter.");
            }
        }

        private void Literal(LiteralSyntax literal)
        {
            writer.Scalar(literal.Text);
            writer.TextIfAny(literal.Type);
            writer.IfAny(literal.In, writer.Scalar);
            writer.IfAny(literal.Digits, writer.Scalar);
        }

        private void Version(VersionSyntax version)
        {
            writer.Literal(version.Value);
            writer.List(version.Sources, writer.Scalar);
            writer.Date(version.AsOf);
        }

        private void Person(PersonSyntax person)
        {
            writer.Text(person.Name);
            writer.TextIfAny(person.Role);
            writer.TextIfAny(person.Side);
        }

        private void Quote(QuoteSyntax quote)
        {
            writer.Text(quote.Text);
            writer.IfAny(quote.Speaker, writer.Scalar);
        }

        private void Event(EventSyntax happening)
        {
            writer.Scalar(happening.When);
            writer.Text(happening.Title);
            writer.IfAny(happening.Place, writer.Scalar);
        }

        private void Place(PlaceSyntax place)
        {
            writer.Text(place.Name);
            writer.Scalar(place.At);
            writer.IfAny(place.Zone, writer.Scalar);
        }

        private void Term(TermSyntax term)
        {
            writer.Text(term.Term);
            writer.Prose(term.Means);
        }

        private void Table(TableSyntax table)
        {
            writer.List(table.Columns, writer.Scalar);
            writer.List(table.Rows, writer.Row);
        }

        /// <summary>Writes a row, which has a single value in each of its cells.</summary>
        private void Row(SequenceSyntax row)
        {
            writer.List(row.Items, item => writer.Scalar((ScalarSyntax)item));
            writer.Span(row.Span);
        }
    }

    extension(SyntaxReader reader)
    {
        /// <summary>What an entry says.</summary>
        public EntryValueSyntax Value() => reader.Number() switch
        {
            'l' => reader.Literal(),
            'd' => new DisputedSyntax(reader.List(() => new VersionSyntax(reader.Literal(), reader.List(reader.Scalar), reader.Date()))),
            'p' => new PersonSyntax(reader.Text(), reader.TextIfAny(), reader.TextIfAny()),
            'q' => new QuoteSyntax(reader.Text(), reader.IfAny(reader.Scalar)),
            't' => new TermSyntax(reader.Text(), reader.Prose()),
            'r' => new TableSyntax(reader.List(reader.Scalar), reader.List(reader.Row)),
            'e' => new EventSyntax(reader.Scalar(), reader.Text(), reader.IfAny(reader.Scalar)),
            'a' => new PlaceSyntax(reader.Text(), reader.Scalar(), reader.IfAny(reader.Scalar)),
            var other => throw new InvalidOperationException($"{other} is the letter of nothing that an entry says."),
        };

        private LiteralSyntax Literal() => new(reader.Scalar(), reader.TextIfAny(), reader.IfAny(reader.Scalar), reader.IfAny(reader.Scalar));

        private SequenceSyntax Row() => new(reader.List<YamlSyntax>(reader.Scalar), reader.Span());
    }
}
