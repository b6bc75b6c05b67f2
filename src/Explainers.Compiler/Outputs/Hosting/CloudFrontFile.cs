using System.Text;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>
/// The headers of a site in a bucket: a function for CloudFront, which finds the page of a folder in a request, and puts the headers into a
/// response. It stays far below the ten kilobytes that CloudFront takes; old addresses have pages of their own.
/// </summary>
internal static class CloudFrontFile
{
    /// <summary>Its file.</summary>
    public const string Name = "_cloudfront.js";

    private const string Code = """
        function handler(event) {
            var request = event.request;
            if (event.context.eventType === 'viewer-request') {
                var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
                if (last === '') request.uri += 'index.html';
                else if (last.indexOf('.') < 0 && files.indexOf(request.uri) < 0) {
                    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: request.uri + '/' } } };
                }
                return request;
            }
            var response = event.response;
            var best = areas[0];
            for (var i = 1; i < areas.length; i++) {
                if (request.uri.indexOf(areas[i].prefix) === 0 && areas[i].prefix.length > best.prefix.length) best = areas[i];
            }
            for (var name in best.headers) response.headers[name] = { value: best.headers[name] };
            return response;
        }

        """;

    /// <summary>Writes the function.</summary>
    /// <param name="scope">The site.</param>
    /// <param name="kinds">What its pages load.</param>
    /// <param name="publicFiles">The files of <c>public/</c>. One without a dot in its name is not a folder.</param>
    public static OutputFile Write(SiteScope scope, IEnumerable<string> kinds, IEnumerable<string> publicFiles)
    {
        using var bytes = new MemoryStream();
        bytes.Write("// Written by explainers; every build writes it anew. It is to run at viewer requests and responses.\nvar areas = "u8);
        using (var json = new Utf8JsonWriter(bytes, JsonFile.Compact))
        {
            json.WriteStartArray();
            foreach (var area in ResponseHeaders.Areas(scope, kinds))
            {
                json.WriteStartObject();
                json.WriteString("prefix", area.Prefix);
                json.WriteStartObject("headers");
                foreach (var (name, value) in ResponseHeaders.Joined(area)) json.WriteString(name.ToLowerInvariant(), value);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        bytes.Write(";\nvar files = "u8);
        using (var json = new Utf8JsonWriter(bytes, JsonFile.Compact))
        {
            json.WriteStartArray();
            foreach (var url in publicFiles.Select(Routes.Public).Where(IsBare)) json.WriteStringValue(scope.Link(url));
            json.WriteEndArray();
        }
        bytes.Write(Encoding.UTF8.GetBytes($";\n{Code.ReplaceLineEndings("\n")}"));
        return new OutputFile(Name, bytes.ToArray());
    }

    private static bool IsBare(string url) => !url[(url.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);
}
