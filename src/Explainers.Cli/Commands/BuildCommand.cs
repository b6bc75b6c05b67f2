using System.Collections.Immutable;
using Explainers.Cli.Disk;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Rendering;

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
            var target = Target();
            if (Refusal(target) is { } refusal) return Refuse(refusal);
            using var interruption = new Interruption(AtomicFile.DiscardUnfinished, world.Stop);
            var compiled = Progress.Show(world, begin => Compile(read, begin));
            if (IsRefused(compiled.Findings)) return Report(compiled, null);
            interruption.Defer();
            try
            {
                var written = Write(compiled.Value.Rendered, target, interruption.Token);
                return written.Findings.IsEmpty ? Report(compiled, written.Value) : Refuse(written.Findings[0]);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                Wrapping.Say(world.Error, $"explainers: stopped; {request.Output} is as it was.");
                return interruption.Status;
            }
        }

        /// <summary>
        /// Prepares all that changed, then keeps the cache, then replaces the old files. Whatever fails before the last step leaves the
        /// site as it was.
        /// </summary>
        private Diagnosed<WriteSummary> Write(RenderedSite site, OutputTarget target, CancellationToken stop)
        {
            _times.Begin("write");
            var opened = StagedOutput.Open(target, stop);
            if (opened.Value is not { } staged) return Failed(opened.Findings);
            using (staged)
            {
                if (SiteWriter.Add(site, staged, stop) is { } failure) return Failed([failure]);
                if (_cache is not null) _times.Begin("keep");
                if (_cache?.Keep(_memory!) is { } unkept) return Failed([unkept]);
                stop.ThrowIfCancellationRequested();
                _times.Begin("replace");
                return staged.Commit();
            }
        }

        public int Check() =>
            Read() is { } read ? Report(Progress.Show(world, begin => Compile(read, begin)), null) : ExitStatus.WrongUsage;

        private ReadSite? Read()
        {
            _times.Begin("read");
            var read = SourceReader.Read(request.Folders(world));
            if (read.Refusals.IsEmpty) return read;
            Findings.Write(read.Refusals.AddRange(read.Findings), request.Format, world);
            return null;
        }

        private Diagnosed<CompiledSite> Compile(ReadSite read, Action<string> begin)
        {
            (var compiled, _memory) = CompilerCache.Compile(_cache, memory => SiteCompiler.Compile(
                read.Tree,
                request.Compile with { Reading = read.Findings },
                stage =>
                {
                    var name = stage.ToString().ToLowerInvariant();
                    begin(name);
                    _times.Begin(name);
                },
                memory));
            return compiled;
        }

        private static Diagnosed<WriteSummary> Failed(ImmutableArray<Diagnostic> findings) => new(new WriteSummary(0, 0, 0), findings);

        private OutputTarget Target()
        {
            ImmutableArray<string> sources = [world.Full(request.Input), world.Full(request.Theme ?? SourceReader.DefaultTheme)];
            return new OutputTarget(world.Full(request.Output), request.Output, sources)
            {
                Now = world.Clock.GetUtcNow(),
                Patience = world.Patience,
                IsFlushed = world.IsFlushed,
            };
        }

        /// <summary>Why output and cache cannot be where they are, told before any work is done.</summary>
        private Diagnostic? Refusal(OutputTarget target) =>
            OutputOwnership.Refusal(target)
            ?? (request.Cache is { } cache ? OutputOwnership.RefusalOfCache(world.Full(cache), cache, target) : null);

        private int Refuse(Diagnostic why)
        {
            Findings.Write([why], request.Format, world);
            return ExitStatus.WrongUsage;
        }

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
