namespace Explainers.Tests.QueryEngine;

/// <summary>Threads of a test. One that hangs fails the test.</summary>
internal sealed class Threads
{
    private readonly List<Thread> _threads = [];

    /// <summary>Starts a thread, and returns where its result will be: what it gives, or what it throws.</summary>
    public Outcome<T> Start<T>(Func<T> run)
    {
        var outcome = new Outcome<T>();
        var thread = new Thread(() =>
        {
            try
            {
                outcome.Value = run();
            }
            catch (Exception exception)
            {
                outcome.Failure = exception;
            }
        })
        { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
        return outcome;
    }

    /// <summary>Waits for all threads.</summary>
    public void Join()
    {
        foreach (var thread in _threads) Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "A thread hangs.");
    }

    /// <summary>Waits until something holds that another thread brings about.</summary>
    public static void Until(Func<bool> holds) => Assert.True(SpinWait.SpinUntil(holds, TimeSpan.FromMinutes(1)), "It never comes about.");
}

/// <summary>What a thread gives or throws.</summary>
internal sealed class Outcome<T>
{
    public T? Value { get; set; }

    public Exception? Failure { get; set; }
}
