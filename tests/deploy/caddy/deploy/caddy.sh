#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
# Builds the site, and copies it to the server.
: "${SERVER:?the server as ssh knows it, such as web@desk.example}"
explainers build --strict --minify
rsync --archive --delete --exclude .explainers output/ "$SERVER:/var/www/explainers/"
