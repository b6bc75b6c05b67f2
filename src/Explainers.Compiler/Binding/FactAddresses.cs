using Explainers.Facts;

namespace Explainers.Binding;

/// <summary>Where pages show facts.</summary>
internal static class FactAddresses
{
    extension(FactHead head)
    {
        /// <summary>The anchor of the fact on its sheet's page; for one that does not exist, the list of sheets.</summary>
        public string Url => head.IsMissing ? Routes.Facts : $"{Routes.Sheet(head.Name.Sheet)}#{head.Name.Entry.Id}";
    }

    extension(Fact fact)
    {
        /// <summary>The anchor of the fact on its sheet's page; for one that does not exist, the list of sheets.</summary>
        public string Url => fact.Head.Url;
    }
}
