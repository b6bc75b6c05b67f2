#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."
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
