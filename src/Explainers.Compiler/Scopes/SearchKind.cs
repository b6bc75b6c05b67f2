namespace Explainers.Scopes;

/// <summary>What a result of a search is; entries are numbered in this order.</summary>
internal enum SearchKind
{
    /// <summary>An explainer.</summary>
    Article,

    /// <summary>A page about the site.</summary>
    Page,

    /// <summary>A fact sheet.</summary>
    Sheet,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A term.</summary>
    Term,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>Any other fact.</summary>
    Fact,
}
