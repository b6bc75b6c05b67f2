using System.Globalization;
using System.Runtime.InteropServices;

namespace Explainers.Benchmarks.Measuring;

/// <summary>Describes the machine that the figures come from.</summary>
internal static class Machine
{
    /// <summary>Gives the processor, its cores, the memory and the operating system in one line.</summary>
    public static string Describe()
    {
        var processor = FirstLine("/proc/cpuinfo", "model name")?.TrimStart('\t', ' ', ':')
            ?? RuntimeInformation.ProcessArchitecture.ToString();
        var kilobytes = FirstLine("/proc/meminfo", "MemTotal:")?.Replace("kB", "", StringComparison.Ordinal).Trim();
        var memory = long.TryParse(kilobytes, NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total / 1048576.0 : 0;
        var system = FirstLine("/etc/os-release", "PRETTY_NAME=")?.Trim('"') ?? RuntimeInformation.OSDescription;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{processor}, {Environment.ProcessorCount} cores, {memory:F0} GiB of memory, {system}, "
            + $"kernel {Environment.OSVersion.Version}");
    }

    private static string? FirstLine(string file, string start) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..]
        : null;
}
