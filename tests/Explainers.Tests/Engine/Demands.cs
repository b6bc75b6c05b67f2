using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>Demands of tests, which end with the test.</summary>
internal static class Demands
{
    extension(Explainers.Incremental.Engine engine)
    {
        /// <summary>Asks for something.</summary>
        public T Ask<T>(Func<Reads, T> read) => engine.Demand(read, TestContext.Current.CancellationToken);

        /// <summary>Asks for a value.</summary>
        public T Ask<TKey, T>(Query<TKey, T> query, TKey key) where TKey : notnull, IEquatable<TKey> =>
            engine.Ask(reads => query.Get(reads, key));

        /// <summary>Asks for many values.</summary>
        public void AskAll<TKey, T>(Query<TKey, T> query, IReadOnlyList<TKey> keys, Action<TKey, T> each, int threads)
            where TKey : notnull, IEquatable<TKey> =>
            engine.DemandAll(query, keys, each, threads, TestContext.Current.CancellationToken);
    }
}
