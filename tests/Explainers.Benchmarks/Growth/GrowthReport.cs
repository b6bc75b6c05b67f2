using System.Globalization;
using System.Text;
using Explainers.Benchmarks.Measuring;

namespace Explainers.Benchmarks.Growth;

/// <summary>Prints as Markdown how everything grows.</summary>
internal static class GrowthReport
{
    /// <summary>Gives the table, with the machine above it.</summary>
    public static string Write(IReadOnlyList<GrowthRow> rows)
    {
        var text = new StringBuilder($"- Machine: {Machine.Describe()}\n\n");
        text.Append("| Of | What there is more of | n | Seconds for n, 2n, 4n | MB for n, 2n, 4n | Factors | |\n");
        text.Append("|---|---|--:|--:|--:|--:|---|\n");
        foreach (var row in rows)
        {
            string[] cells =
            [
                row.Dimension.Group,
                row.Dimension.Name,
                row.Points[0].Size.ToString("N0", CultureInfo.InvariantCulture),
                Join(row.Points.Select(point => point.Seconds.ToString("F2", CultureInfo.InvariantCulture))),
                Join(row.Points.Select(point => (point.Bytes / 1e6).ToString("F0", CultureInfo.InvariantCulture))),
                Join(row.Factors.Select(GrowthRow.Shown)),
                row.IsBad ? "**too fast**" : row.Dimension.IsOutputSquare ? "the output is a square" : "",
            ];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }
        foreach (var row in rows.Where(row => row.Points.Any(point => point.Failure is not null)))
            text.Append($"\n{row.Dimension.Name}:\n\n```text\n{row.Words.TrimEnd()}\n```\n");
        return text.ToString();
    }

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);
}
