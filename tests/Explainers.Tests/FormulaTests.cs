using System.Text;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Computed facts: precedence, units, and no more digits than the inputs can bear.</summary>
public sealed class FormulaTests
{
    private const string Sheet = """
        title: Sheet
        source: a
        sources:
          a: { publisher: P, title: T }
        facts:
          price: 7.2 million USD
          area: 586,412 sq mi
          length: 12 km
          walk: 3 miles
          share: 45 %
          before: 40 %
          points: 10 pp
          side: 2 km
          term: 5 years
          staff: 3,100 officers
          more: 250 officers
          about: about 40 km
          began: 2025-08-15
          ended: 2025-09-10
          born: 1867-03-30
          year: 1999
          flight: 2 hours 45 minutes
          film: 95 minutes
          break: 35 minutes
          span: 3 to 4 km
          crowd: about 500 people
          turnout: { disputed: [ { value: 120 people, source: a }, { value: 150 people, source: a } ] }
          least: more than 40 km
          opened: { disputed: [ { value: 2020-01-10, source: a }, { value: 2020-01-20, source: a } ] }
          lease: 2019 to 2021
          start: 2025-08-15 11:26 America/Anchorage
          end: 2025-08-15 14:11 America/Anchorage
          lunch: 12:30
          tea: 16:05
          dollar: { value: 0.92 EUR/USD, as_of: 2026-10-01 }
          old_dollar: { value: 0.80 EUR/USD, as_of: 2020-10-01 }
          plant: 1.2 GW
          people: 8.3 million people
          state: 312,000 km2
          rent: 3 USD/acre
        places:
          moscow: { name: Moscow, at: 55.75204 N 37.61781 E }
          base: { name: Base, at: 61.25139 N 149.80639 W }
        tables:
          fares: { columns: [Class, Price], rows: [[Single, 3 EUR], [Day, 8 EUR], [Free, –]] }

        """;

    [Theory]
    [InlineData("= price / area", "US cents/acre", null, "1.9 US cents per acre")]
    [InlineData("= price / area", null, null, "$12 per square mile")]
    [InlineData("= length + walk", null, null, "17 km")]
    [InlineData("= length − walk", "m", null, "7,000 m")]
    [InlineData("= 1 + 2 * 3", null, null, "7")]
    [InlineData("= (1 + 2) × 3", null, null, "9")]
    [InlineData("= 8 ÷ 2 / 2", null, null, "2")]
    [InlineData("= 10 - 2 - 3", null, null, "5")]
    [InlineData("= -2 * -3", null, null, "6")]
    [InlineData("= 1 / 3", null, "3", "0.333")]
    [InlineData("= price * share", null, null, "$3.2 million")]
    [InlineData("= more / staff", "%", null, "8.1%")]
    [InlineData("= staff + more", null, null, "3,350 officers")]
    [InlineData("= sum(staff, more, more)", null, null, "3,600 officers")]
    [InlineData("= max(staff, more)", null, null, "3,100 officers")]
    [InlineData("= min(length, walk)", null, null, "3 mi")]
    [InlineData("= sum(fares, \"Price\")", null, null, "€11")]
    [InlineData("= count(fares)", null, null, "3")]
    [InlineData("= count(fares, \"Price\")", null, null, "2")]
    [InlineData("= sum(film, break)", null, null, "2 hours 10 minutes")]
    [InlineData("= film + break", "minutes", null, "130 minutes")]
    [InlineData("= film - break", null, null, "one hour")]
    [InlineData("= flight - film", null, null, "1 hour 10 minutes")]
    [InlineData("= break * 100", null, null, "2 days 10 hours")]
    [InlineData("= 36 hours + 12 hours", null, null, "two days")]
    [InlineData("= 90 seconds", null, null, "1 minute 30 seconds")]
    [InlineData("= term + 6 months", null, null, "5 years 6 months")]
    [InlineData("= time_between(start, end)", null, null, "2 hours 45 minutes")]
    [InlineData("= time_between(lunch, tea)", null, null, "3 hours 35 minutes")]
    [InlineData("= time_between(lunch, tea)", "minutes", null, "215 minutes")]
    [InlineData("= 3 hours + 25 minutes", null, null, "3 hours 25 minutes")]
    [InlineData("= staff - 100 officers", null, null, "3,000 officers")]
    [InlineData("= length / 30 km/h", null, null, "24 minutes")]
    [InlineData("= span * 2", null, null, "6 to 8 km")]
    [InlineData("= span + length", null, null, "15 to 16 km")]
    [InlineData("= length - span", null, null, "8 to 9 km")]
    [InlineData("= length / span", null, null, "3 to 4")]
    [InlineData("= -span", null, null, "−4 to −3 km")]
    [InlineData("= span * span", null, null, "9 to 16 km²")]
    [InlineData("= max(span, length)", null, null, "12 km")]
    [InlineData("= min(span, walk)", null, null, "3 to 4 km")]
    [InlineData("= turnout * 2", null, null, "240 to 300 people")]
    [InlineData("= turnout + crowd", null, null, "about 620 to 650 people")]
    [InlineData("= least * 2", null, null, "more than 80 km")]
    [InlineData("= length - least", null, null, "less than −28 km")]
    [InlineData("= length / least", null, "2", "less than 0.3")]
    [InlineData("= days_between(opened, began)", null, null, "2,034 to 2,044 days")]
    [InlineData("= years_between(lease, began)", null, null, "four to six years")]
    [InlineData("= days_between(began, 2025-12-31)", null, null, "138 days")]
    [InlineData("= change(before, share)", null, null, "13%")]
    [InlineData("= change(share, before)", null, null, "−11%")]
    [InlineData("= abs(change(share, before))", null, null, "11%")]
    [InlineData("= change(length, walk)", null, null, "−60%")]
    [InlineData("= change(span, length)", null, null, "200% to 300%")]
    [InlineData("= share * staff", null, null, "1,400 officers")]
    [InlineData("= share + 5 percentage points", null, null, "50%")]
    [InlineData("= share - before", "percentage points", null, "5 percentage points")]
    [InlineData("= share - before", "basis points", null, "500 basis points")]
    [InlineData("= more / staff - 0.05", "percentage points", null, "3.1 percentage points")]
    [InlineData("= price", "EUR", null, "€6.6 million")]
    [InlineData("= price * dollar", null, null, "€6.6 million")]
    [InlineData("= price / area", "EUR/km2", null, "€4.4 per square kilometer")]
    [InlineData("= 100 EUR", "USD", null, "$110")]
    [InlineData("= people / state", "people/km2", null, "27 people per square kilometer")]
    [InlineData("= price / people", "USD/person", null, "$0.87 per person")]
    [InlineData("= plant * 24 hours", "GWh", null, "29 GWh")]
    [InlineData("= about / 2", null, null, "about 20 km")]
    [InlineData("= length / about", null, "2", "about 0.3")]
    [InlineData("= days_between(began, ended)", null, null, "26 days")]
    [InlineData("= years_between(born, began)", null, null, "158 years")]
    [InlineData("= years_between(year, began)", null, null, "26 years")]
    [InlineData("= months_between(began, ended)", null, null, "0 months")]
    [InlineData("= distance(base, moscow)", null, null, "about 6,990 km")]
    [InlineData("= flight * 2", "hours", null, "5.5 hours")]
    [InlineData("= length * length", null, null, "140 km²")]
    [InlineData("= sheet.length", "mi", null, "7.5 mi")]
    [InlineData("= side * side", "m2", null, "4 million m²")]
    [InlineData("= share - before", null, null, "5 percentage points")]
    [InlineData("= before - share", null, null, "−5 percentage points")]
    [InlineData("= share - before", "%", null, "5%")]
    [InlineData("= (share - before) / before", "%", null, "13%")]
    [InlineData("= before + points", null, null, "50%")]
    [InlineData("= points + before", null, null, "50%")]
    [InlineData("= before - points", null, null, "30%")]
    [InlineData("= points + points", null, null, "20 percentage points")]
    [InlineData("= points * 2", null, null, "20 percentage points")]
    [InlineData("= points / term", null, null, "2 percentage points per year")]
    [InlineData("= points * staff", null, null, "310 officers")]
    [InlineData("= points / points", null, null, "1")]
    [InlineData("= share * before", "%", null, "18%")]
    [InlineData("= sum(share, before)", null, null, "85%")]
    [InlineData("= max(share, before)", null, null, "45%")]
    [InlineData("= 1,500 * 2", null, null, "3,000")]
    [InlineData("= sum(1, 500)", null, null, "501")]
    public void A_formula_gives_a_value_with_its_unit_and_honest_digits(string formula, string? unit, string? digits, string text)
    {
        var keys = $"value: '{formula}'{(unit is null ? "" : $", in: '{unit}'")}{(digits is null ? "" : $", digits: {digits}")}";
        var sheet = Sheet.Replace("  price:", $"  result: {{ {keys} }}\n  price:", StringComparison.Ordinal);
        var files = new[] { new SourceFile("facts/sheet.yaml", "sheet.yaml", Encoding.UTF8.GetBytes(sheet)) };
        var theme = new[] { new SourceFile("strings/en.yaml", "en.yaml",
            File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "theme", "strings", "en.yaml"))) };
        var site = new SiteDatabase();
        var options = new CompileOptions(new DateOnly(2026, 11, 23));
        site.Update(SourceTree.From(files, theme), options);
        var made = new System.Collections.Concurrent.ConcurrentQueue<Rendering.OutputFile>();
        var compiled = new Compilation(site, options, made.Enqueue).Run();
        Assert.DoesNotContain(compiled.Findings, finding => finding.Span.File?.Path == "facts/sheet.yaml"
            && finding.Severity == Diagnostics.Severity.Error);
        var (result, inputs) = site.Engine.Demand(
            reads =>
            {
                var found = site.Binding.Facts.Fact.Get(reads, new Facts.FactId("sheet.result"));
                return (found, found.Inputs.Select(input => site.Binding.Facts.Fact.Get(reads, input)).ToArray());
            },
            TestContext.Current.CancellationToken);
        var shown = made.Single(file => file.Path == "facts/sheet.json");
        using var json = System.Text.Json.JsonDocument.Parse(shown.Bytes);
        Assert.Equal(text, json.RootElement.GetProperty("facts")[0].GetProperty("text").GetString()!.Replace('\u00A0', ' '));
        Assert.Equal(formula[1..].Trim(), result.Formula);
        Assert.All(inputs.Where(input => input.Value is not Facts.TableValue), input =>
            Assert.Contains(
                result.Sourcing.Citations,
                citation => citation.Identity == input.Sourcing.Citations[0].Identity && (citation.Rate ?? input.Name) == input.Name));
    }
}
