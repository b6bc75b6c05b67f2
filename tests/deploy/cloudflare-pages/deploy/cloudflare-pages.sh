#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
# Cloudflare Pages runs this on every push, and publishes the folder output.
curl --fail --silent --show-error --location https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir .dotnet
export DOTNET_ROOT="$PWD/.dotnet" DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
.dotnet/dotnet tool install --tool-path .tools --add-source packages Explainers
.tools/explainers build --strict --minify
