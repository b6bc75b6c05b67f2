namespace Explainers.Rendering.Memory;

/// <summary>What a page can ask while it is rendered.</summary>
internal enum Subject : byte
{
    /// <summary>A template by name.</summary>
    Template,

    /// <summary>The address of an asset.</summary>
    Asset,

    /// <summary>Everything about a fact, by its name.</summary>
    Fact,

    /// <summary>A fact without its note, definition and history.</summary>
    FactValue,

    /// <summary>What a fact is called, and where it stands.</summary>
    FactName,

    /// <summary>Which articles state a fact.</summary>
    StatedBy,

    /// <summary>Which events a place has seen, by the place's name.</summary>
    EventsAt,

    /// <summary>What a sheet says of itself.</summary>
    Sheet,

    /// <summary>Which facts a sheet has.</summary>
    SheetFacts,

    /// <summary>What a sheet is called.</summary>
    SheetName,

    /// <summary>Everything about an article, by its address, and about the facts that it states.</summary>
    Article,

    /// <summary>What lists of articles show of one.</summary>
    ArticleHead,

    /// <summary>What an article is called.</summary>
    ArticleTitle,

    /// <summary>Which facts stand in the box at an article's top.</summary>
    KeyFacts,

    /// <summary>Which articles a topic has, by its id.</summary>
    TopicArticles,

    /// <summary>Which articles are closest to one, by its address.</summary>
    Related,

    /// <summary>A person by address.</summary>
    Person,

    /// <summary>The picture that networks show of a page, by its address.</summary>
    Card,

    /// <summary>What begins with a letter, or everything for the empty name.</summary>
    Letter,

    /// <summary>A list of the whole site, by its name in templates.</summary>
    Site,
}

/// <summary>Something that a page asked while it was rendered: as long as all its answers are the same, so is the page.</summary>
/// <param name="Subject">What it asked of.</param>
/// <param name="Name">The name of that.</param>
internal readonly record struct Question(Subject Subject, string Name);
