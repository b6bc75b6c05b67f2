using Explainers.Parsing.Settings;

namespace Explainers.Cli.Scaffolding;

/// <summary>What a host needs beside the site: how it is built, and where it goes. Headers and redirects come with each build.</summary>
internal static class DeployScaffold
{
    /// <summary>The files for a host, by path.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string host) => host switch
    {
        Hosts.Cloudflare => [("wrangler.toml", Wrangler), ("deploy/cloudflare-pages.sh", Script(CloudflareSteps))],
        Hosts.GitHub => [(".github/workflows/pages.yml", Pages)],
        Hosts.S3 => [("deploy/s3.sh", Script(BucketSteps))],
        Hosts.Nginx => [("deploy/nginx.conf", Nginx), ("deploy/nginx.sh", Script(ServerSteps))],
        Hosts.Caddy => [("deploy/Caddyfile", Caddy), ("deploy/caddy.sh", Script(ServerSteps))],
        _ => [("netlify.toml", Netlify)],
    };

    private const string Netlify = """
        # Netlify runs this on every push: it installs .NET and the tool, and builds the site.
        # The tool's package has to lie in the folder packages of the site; the guide to deploys says how it gets there.
        [build]
          command = '''
            curl --fail --silent --show-error --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir .dotnet &&
            export DOTNET_ROOT="$PWD/.dotnet" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 &&
            .dotnet/dotnet tool install --tool-path .tools --add-source packages Explainers &&
            .tools/explainers build --strict --minify
          '''
          publish = "output"

        """;

    private const string Wrangler = """
        # Cloudflare Pages reads this. As the build command of the project, set: bash deploy/cloudflare-pages.sh
        name = "explainers"
        pages_build_output_dir = "output"
        compatibility_date = "2026-01-01"

        """;

    private const string CloudflareSteps = """
        # Cloudflare Pages runs this on every push, and publishes the folder output.
        curl --fail --silent --show-error --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir .dotnet
        export DOTNET_ROOT="$PWD/.dotnet" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
        .dotnet/dotnet tool install --tool-path .tools --add-source packages Explainers
        .tools/explainers build --strict --minify

        """;

    private const string BucketSteps = """
        # Builds the site, and copies it into a bucket behind CloudFront. It needs the command aws, with rights to both.
        # CloudFront gets a function from the site itself, which sends the headers; once, tie it to viewer requests and viewer responses.
        : "${BUCKET:?the name of the bucket}" "${DISTRIBUTION:?the id of the distribution}" "${FUNCTION:?the name of the function}"
        explainers build --strict --minify
        aws s3 sync output "s3://$BUCKET" --delete --exclude .explainers --exclude _cloudfront.js
        version=$(aws cloudfront describe-function --name "$FUNCTION" --query ETag --output text)
        version=$(aws cloudfront update-function --name "$FUNCTION" --if-match "$version" \
          --function-config Comment=explainers,Runtime=cloudfront-js-2.0 \
          --function-code fileb://output/_cloudfront.js --query ETag --output text)
        aws cloudfront publish-function --name "$FUNCTION" --if-match "$version"
        aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'

        """;

    private const string ServerSteps = """
        # Builds the site, and copies it to the server.
        : "${SERVER:?the server as ssh knows it, such as web@desk.example}"
        explainers build --strict --minify
        rsync --archive --delete --exclude .explainers output/ "$SERVER:/var/www/explainers/"

        """;

    private const string Nginx = """
        # A site of nginx. Headers and redirects come with each build, in the file that is included here.
        server {
            listen 80;
            listen [::]:80;
            server_name explainers.example;
            root /var/www/explainers;
            charset utf-8;
            gzip on;
            gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml;
            include /var/www/explainers/_nginx.conf;
        }

        """;

    private const string Caddy = """
        # A site of Caddy, which gets its certificate by itself. Headers and redirects come with each build, in the file that is imported.
        explainers.example {
        	root * /var/www/explainers
        	encode
        	import /var/www/explainers/_caddyfile
        }

        """;

    private const string Pages = """
        # Builds the site on every push, and once a day, since articles and facts have dates; GitHub Pages publishes it.
        # Under Settings, Pages, the source has to be "GitHub Actions".
        name: Pages

        on:
          push:
            branches: [main]
          schedule:
            - cron: "17 4 * * *"
          workflow_dispatch:

        permissions:
          contents: read

        concurrency:
          group: pages

        jobs:
          build:
            runs-on: ubuntu-latest
            timeout-minutes: 15
            permissions:
              contents: read
              pages: read
            steps:
              - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
              - uses: actions/setup-dotnet@67a3573c9a986a3f9c594539f4ab511d57bb3ce9 # v4.3.1
                with:
                  dotnet-version: 10.0.x
              - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
                with:
                  path: .cache
                  key: explainers-${{ github.run_id }}
                  restore-keys: explainers-
              - id: pages
                uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
              - run: dotnet tool install --tool-path .tools --add-source packages Explainers
              - run: .tools/explainers build --strict --minify --base-url "$ADDRESS/"
                env:
                  ADDRESS: ${{ steps.pages.outputs.base_url }}
              - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
                with:
                  path: output
          deploy:
            needs: build
            runs-on: ubuntu-latest
            timeout-minutes: 15
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - id: deployment
                uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5

        """;

    private static string Script(string steps) => $"#!/usr/bin/env bash\nset -euo pipefail\ncd \"$(dirname \"$0\")/..\"\n{steps}";
}
