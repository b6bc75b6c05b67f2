using System.Collections.Immutable;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Tools;

namespace Explainers.Benchmarks.Measuring;

/// <summary>Builds the same corpus with every tool, in turn, each run into an output folder that does not exist yet.</summary>
internal sealed class Runner(IReadOnlyList<Contender> contenders, int runs, Action<string> tell)
{
    /// <summary>The name under which the copying of the output is reported.</summary>
    public const string CopyName = "cp -r";

    /// <summary>Measures one size of corpus in one place.</summary>
    public IReadOnlyList<Trial> Run(Place place, int articles)
    {
        var tracks = WriteSources(place, articles);
        var copies = new List<Measurement>();
        try
        {
            for (var round = 1; round <= runs; round++)
            {
                foreach (var track in tracks)
                {
                    Measure(place, track, round);
                    tell($"{place.Name}, {articles} articles, run {round}, {track.Tool.Name}: {track.Last.Wall.TotalSeconds:F2} s");
                    if (track == tracks[0] && track.Last.ExitCode == 0)
                        copies.Add(Copy(place, track.Output));
                    DeleteOutput(track);
                }
            }
        }
        finally
        {
            Delete(place.Folder);
        }

        var trials = tracks.Select(track => new Trial(place.Name, articles, track.Tool.Name, [.. track.Runs], track.Yield)).ToList();
        if (copies.Count > 0)
            trials.Add(new Trial(place.Name, articles, $"{CopyName} of {tracks[0].Tool.Name}", [.. copies], tracks[0].Yield));
        return trials;
    }

    private ImmutableArray<Track> WriteSources(Place place, int articles)
    {
        tell($"{place.Name}: writing {articles} articles for each tool");
        var corpus = new Corpus(articles);
        return [.. contenders.Select(Write)];

        Track Write(Contender contender)
        {
            var folder = Path.Combine(place.Folder, contender.Name.ToLowerInvariant());
            var source = Path.Combine(folder, "source");
            Directory.CreateDirectory(source);
            contender.WriteSource(corpus, source);
            return new Track(contender, source, Path.Combine(folder, "output"));
        }
    }

    private static void Measure(Place place, Track track, int round)
    {
        track.Round = round;
        Settle(place);
        track.Runs.Add(track.Tool.Build(track.Source, track.Output).Run());
        track.Yield = Yield.Of(track.Output);
    }

    private static Measurement Copy(Place place, string output)
    {
        var copy = $"{output}-copy";
        Settle(place);
        var measurement = new Command("cp", place.Folder, ["-r", output, copy]).Run();
        Delete(copy);
        return measurement;
    }

    /// <summary>Waits until the disk has nothing left to write from the run before.</summary>
    private static void Settle(Place place)
    {
        if (!place.InMemory)
            Libc.Sync();
    }

    private static void DeleteOutput(Track track)
    {
        Delete(track.Output);
        Delete($"{track.Output}-cache");
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>One tool's way through all rounds.</summary>
    private sealed class Track(Contender tool, string source, string folder)
    {
        public Contender Tool => tool;

        public string Source => source;

        public int Round { get; set; }

        public string Output => $"{folder}-{Round}";

        public List<Measurement> Runs { get; } = [];

        public Measurement Last => Runs[^1];

        public Yield Yield { get; set; } = new(0, 0, 0);
    }
}
