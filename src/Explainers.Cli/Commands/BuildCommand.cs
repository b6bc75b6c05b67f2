using System.Collections.Immutable;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Rendering;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers build</c> and <c>explainers check</c>: compile a site, and write it or not.</summary>
internal static class BuildCommand
{
    /// <summary>Compiles and writes.</summary>
    public static int Run(SiteRequest request, CliEnvironment environment) => new Session(request, environment).Build();

    /// <summary>Compiles and reports.</summary>
    public static int Check(SiteRequest request, CliEnvironment environment) => new Session(request, environment).Check();

    private sealed class Session(SiteRequest request, CliEnvironment environment)
    {
        private readonly StageTimer _times = new(environment.Clock);
        private readonly CompilerCache? _cache = CompilerCache.Of(request, environment);

        public int Build()
        {
            var (target, kept) = (Target(), _cache?.Load() ?? default);
            // The output is looked through while the sources are read.
            var looks = kept.IsEmpty ? null : Task.Run(() => OutputListing.Of(target.RealFolder));
            if (Read() is not { } read) return ExitStatus.WrongUsage;
            if (Refusal(target) is { } refusal) return Refuse(refusal);
            var key = new Lazy<byte[]>(() => BuildRecord.Key(read, request.Compile, target));
            var last = looks is null || read.Tree.IsLarge ? null : BuildRecord.Of(kept, target);
            var listing = last is null ? null : looks!.Result.IsCurrent ? looks.Result : OutputListing.Of(target.RealFolder);
            if (last?.Recall(read.Tree, key, listing!, request.Compile.Now) is { } known)
                return Report(known, IsRefused(known.Findings) ? null : new WriteSummary(0, known.Paths.Length, 0));
            using var interruption = new Interruption(AtomicFile.DiscardUnfinished, environment.Stop);
            try
            {
                var opened = StagedOutput.Open(target, listing, interruption.Token);
                if (opened.Value is not { } staged) return Refuse(opened.Findings[0]);
                using (staged) return Build(read, key, staged, target, last?.Intact(staged.Listing!) ?? [], interruption);
            }
            catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
            {
                Wrapping.Say(environment.Error, $"explainers: stopped; {request.Output} is as it was.");
                return interruption.Status;
            }
        }

        public int Check()
        {
            if (!AcceptedWarnings.TryOpen(request, environment, out var accepted)) return ExitStatus.WrongUsage;
            if (Read() is not { } read) return ExitStatus.WrongUsage;
            var graph = GraphOf(read);
            var site = Site(read, graph);
            var compiled = Progress.Show(
                environment, begin => Compilation(site, graph, read, static _ => { }, begin, environment.Stop).Run());
            if (accepted?.Leave(compiled.Findings) is not { } findings) return Report(compiled, null);
            var status = Report(compiled with { Findings = findings }, null);
            return accepted.Close() ? status : ExitStatus.WrongUsage;
        }

        /// <summary>
        /// Prepares each file beside the output as soon as it is finished, and replaces the old ones when there is no error. Whatever
        /// fails before that leaves the site as it was.
        /// </summary>
        private int Build(
            ReadSite read,
            Lazy<byte[]> key,
            StagedOutput staged,
            OutputTarget target,
            Dictionary<string, KnownFile> intact,
            Interruption interruption)
        {
            var graph = GraphOf(read);
            var site = Site(read, graph);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(interruption.Token);
            Diagnostic? failure = null;
            CompiledSite? compiled = null;
            interruption.Defer();
            try
            {
                compiled = Progress.Show(environment, begin =>
                {
                    var compilation = Compilation(site, graph, read, Add, begin, stop.Token);
                    if (graph is not null) compilation.Holds = Holds;
                    return compilation.Run();
                });
            }
            catch (OperationCanceledException) when (failure is not null)
            {
                // The disk is full, or does not let us write: nothing more is made.
            }
            if (failure is not null) return Refuse(failure);
            graph?.Save(site.Engine);
            if (IsRefused(compiled!.Findings)) return Report(compiled, null);
            interruption.Token.ThrowIfCancellationRequested();
            if (_cache?.Prepare() is { } unusable) return Refuse(unusable);
            _times.Begin("write");
            if (read.Tree.IsLarge) LargeRun.Tidy();
            var written = staged.Commit();
            if (!written.Findings.IsEmpty) return Refuse(written.Findings[0]);
            // The site is complete. A record that cannot be kept now only makes the next build do its work again.
            if (!read.Tree.IsLarge) _cache?.Keep(stream => BuildRecord.Write(
                stream, compiled, key.Value, target, intact, request.Compile.Now));
            return Report(compiled, written.Value);

            bool Holds(OutputMark mark) => staged.Has(mark.Path)
                || (intact.TryGetValue(mark.Path, out var known) && known.Content == mark.Content && staged.Keep(mark.Path));

            void Add(OutputFile file)
            {
                if (staged.Add(file.Path, file.Bytes.Span) is not { } refusal) return;
                Interlocked.CompareExchange(ref failure, refusal, null);
                stop.Cancel();
            }
        }

        private ReadSite? Read()
        {
            _times.Begin("read");
            var read = SourceReader.Read(request.Folders(environment));
            if (read.Refusals.IsEmpty) return read;
            Findings.Write(read.Refusals.AddRange(read.Findings), request.Format, environment);
            return null;
        }

        /// <summary>What the last build computed, and this one keeps; a site that is too large for that is compiled anew.</summary>
        private GraphFile? GraphOf(ReadSite read) => read.Tree.IsLarge ? null : _cache?.Graph();

        private SiteDatabase Site(ReadSite read, GraphFile? graph)
        {
            var site = new SiteDatabase(graph is null ? Recording.Off : Recording.On);
            graph?.Load(site.Engine);
            if (graph?.IsLoaded == true) environment.SoonOver();
            if (read.Tree.IsLarge) LargeRun.Begin();
            site.Update(read.Tree, request.Compile);
            return site;
        }

        private Compilation Compilation(
            SiteDatabase site, GraphFile? graph, ReadSite read, Action<OutputFile> write, Action<string> begin, CancellationToken stop) =>
            new(site, request.Compile with { Reading = read.Findings }, write)
            {
                Stop = stop,
                IsLater = graph?.IsLoaded == true,
                Progress = new StageReports(stage =>
                {
                    begin(stage);
                    _times.Begin(stage);
                }),
            };

        private OutputTarget Target()
        {
            ImmutableArray<string> sources =
            [
                environment.Full(request.Input), environment.Full(request.Theme ?? SourceReader.DefaultTheme),
            ];
            return new OutputTarget(environment.Full(request.Output), request.Output, sources)
            {
                Now = environment.Clock.GetUtcNow(),
                Patience = environment.Patience,
                IsFlushed = environment.IsFlushed,
            };
        }

        /// <summary>Why output and cache cannot be where they are, told before any work is done.</summary>
        private Diagnostic? Refusal(OutputTarget target) =>
            OutputOwnership.Refusal(target)
            ?? (request.Cache is { } cache ? OutputOwnership.RefusalOfCache(environment.Full(cache), cache, target) : null);

        private int Refuse(Diagnostic why)
        {
            Findings.Write([why], request.Format, environment);
            return ExitStatus.WrongUsage;
        }

        private bool IsRefused(ImmutableArray<Diagnostic> findings) => findings.Any(request.Refuses);

        private int Report(CompiledSite compiled, WriteSummary? written)
        {
            _times.End();
            if (request.ShowsCoverage) CoverageReport.Write(compiled, request.Format, environment);
            else Findings.Write(compiled.Findings, request.Format, environment);
            if (request.ShowsTimings) _times.Write(environment.Error);
            Summary.Write(compiled, written, request, _times.Total, environment);
            return IsRefused(compiled.Findings) ? ExitStatus.ContentErrors : ExitStatus.Done;
        }
    }

    /// <summary>Passes on the name of each stage as it begins.</summary>
    private sealed class StageReports(Action<string> begin) : IProgress<Stage>
    {
        public void Report(Stage value) => begin(value.ToString().ToLowerInvariant());
    }
}
