namespace Explainers.Scopes;

/// <summary>How a card is written.</summary>
/// <param name="Language">The code of its language, in which some letters have forms of their own.</param>
/// <param name="IsRightToLeft">Whether its lines begin at the right.</param>
internal readonly record struct CardWriting(string Language, bool IsRightToLeft);
