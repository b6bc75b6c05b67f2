namespace Explainers.Checking.Prose;

/// <summary>What stands before a name and says the office of the one who has it.</summary>
internal static class Titles
{
    /// <summary>The words of such titles, in small letters.</summary>
    public static readonly WordTable<bool> Words = Vocabulary.Set("""
        president vice prime minister chancellor king queen prince princess emperor empress pope archbishop bishop cardinal senator
        representative congressman congresswoman governor mayor secretary ambassador premier justice judge general colonel major captain
        lieutenant sergeant admiral commander constable superintendent inspector detective officer chief deputy assistant chairman
        chairwoman chair director manager coach professor doctor dr mr mrs ms miss sir dame lord lady baron sheikh sultan reverend father
        sister former acting attorney sheriff treasurer spokesman spokeswoman spokesperson leader
        """);
}
