namespace Explainers.Incremental;

/// <summary>How rarely an input changes. After an edit, whatever depends only on more durable inputs needs no check.</summary>
internal enum Durability : byte
{
    /// <summary>Changes with every keystroke.</summary>
    Text,

    /// <summary>Changes now and then.</summary>
    Facts,

    /// <summary>Hardly ever changes.</summary>
    Theme,
}
