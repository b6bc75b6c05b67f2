namespace Explainers.BrowserTests.Inspecting;

/// <summary>One thing that is wrong with a page in a mode.</summary>
/// <param name="Concern">What it violates.</param>
/// <param name="Page">The path of the page.</param>
/// <param name="Mode">The mode's name.</param>
/// <param name="Rule">The rule's name, or what happened.</param>
/// <param name="Place">The selector of the element, the address of the request, or the words of the message.</param>
internal sealed record Finding(Concern Concern, string Page, string Mode, string Rule, string Place);

/// <summary>What is asked of every page.</summary>
internal enum Concern
{
    Accessibility,
    Console,
    Request,
    OtherHost,
    Width,
    Policy,
}
