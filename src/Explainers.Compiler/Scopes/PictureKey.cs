using System.IO.Hashing;
using System.Text;
using Explainers.Rendering.Images;

namespace Explainers.Scopes;

/// <summary>Gathers what a picture is made from into the key that it is kept under and named by.</summary>
internal sealed class PictureKey
{
    private readonly XxHash128 _hash = new();

    /// <summary>Begins a key.</summary>
    /// <param name="recipe">Names the code that makes the picture, with a number that changes when its result does.</param>
    /// <param name="imaging">What draws it.</param>
    public PictureKey(string recipe, IImaging imaging) => Add(recipe).Add(imaging.Version);

    /// <summary>Adds a text.</summary>
    public PictureKey Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Adds the content of a file.</summary>
    public PictureKey Add(ReadOnlySpan<byte> bytes)
    {
        _hash.Append(BitConverter.GetBytes(bytes.Length));
        _hash.Append(bytes);
        return this;
    }

    /// <summary>The key in small hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>The part of a key that stands in the names of files.</summary>
    public static string Short(string key) => key[..12];
}
