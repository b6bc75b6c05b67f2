using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Explainers.Tests;

/// <summary>Asks the system for a port that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>Finds one, in digits. Another program may take it at once; a preview then has the next.</summary>
    public static string Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
