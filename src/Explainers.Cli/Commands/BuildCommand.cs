using System.Collections.Immutable;
using Explainers.Cli.Disk;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers build</c> and <c>explainers check</c>: compile a site, and write it or not.</summary>
internal static class BuildCommand
{
    /// <summary>Compiles and writes.</summary>
    public static int Run(SiteRequest request, World world) => new Session(request, world).Build();

    /// <summary>Compiles and reports.</summary>
    public static int Check(SiteRequest request, World world) => new Session(request, world).Check();

    private sealed class Session(SiteRequest request, World world)
    {
        private readonly Stopwatches _times = new(world.Clock);
        private readonly CompilerCache? _cache = CompilerCache.Of(request, world);
        private CompilerMemory? _memory;

        public int Build()
        {
            if (Read() is not { } read) return ExitStatus.WrongUsage;
            var compiled = Progress.Show(world, begin => Compile(read, begin));
            if (IsRefused(compiled.Findings)) return Report(compiled, null);
            _times.Begin("write");
            var written = SiteWriter.Write(compiled.Value.Rendered, world.Full(request.Output), request.Output, Sources());
            if (!written.Findings.IsEmpty)
            {
                Findings.Write(written.Findings, request.Format, world);
                return ExitStatus.WrongUsage;
            }
            if (_cache is not null)
            {
                _times.Begin("keep");
                _cache.Keep(_memory!);
            }
            return Report(compiled, written.Value);
        }

        public int Check() =>
            Read() is { } read ? Report(Progress.Show(world, begin => Compile(read, begin)), null) : ExitStatus.WrongUsage;

        private ReadSite? Read()
        {
            _times.Begin("read");
            var read = SourceReader.Read(request, world);
            if (read.Refusals.IsEmpty) return read;
            Findings.Write(read.Refusals.AddRange(read.Findings), request.Format, world);
            return null;
        }

        private Diagnosed<CompiledSite> Compile(ReadSite read, Action<string> begin)
        {
            _memory = _cache?.Open() ?? new CompilerMemory();
            return SiteCompiler.Compile(
                read.Tree,
                request.Compile with { Reading = read.Findings },
                stage =>
                {
                    var name = stage.ToString().ToLowerInvariant();
                    begin(name);
                    _times.Begin(name);
                },
                _memory);
        }

        private IEnumerable<string> Sources() => [world.Full(request.Input), world.Full(request.Theme ?? SourceReader.DefaultTheme)];

        private bool IsRefused(ImmutableArray<Diagnostic> findings) =>
            findings.Any(finding => finding.Severity == Severity.Error) || (request.IsStrict && !findings.IsEmpty);

        private int Report(Diagnosed<CompiledSite> compiled, WriteSummary? written)
        {
            _times.End();
            if (request.ShowsCoverage) CoverageReport.Write(compiled, request.Format, world);
            else Findings.Write(compiled.Findings, request.Format, world);
            if (request.ShowsTimings) _times.Write(world.Error);
            Summary.Write(compiled, written, request, _times.Total, world);
            return IsRefused(compiled.Findings) ? ExitStatus.ContentErrors : ExitStatus.Done;
        }
    }
}
