#!/usr/bin/env bash
# Builds Jaeger v2 from its released source into a cache folder, once, and prints where the program is.
# Needs Go 1.25 or newer and about 3 minutes. HEDDLE_CACHE chooses another folder.
set -euo pipefail

version=1.76.0
module=github.com/jaegertracing/jaeger@v$version
cache=${HEDDLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/heddle}
program=$cache/jaeger-$version/jaeger

if [[ -x $program ]]; then
  echo "$program"
  exit
fi
if ! command -v go > /dev/null; then
  echo "install-jaeger: Go is not on the PATH; Jaeger $version is built with Go 1.25 or newer" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

echo "install-jaeger: fetching $module" >&2
go mod download -json "$module" > "$work/module.json"
source=$(sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p' "$work/module.json")
cp -R "$source" "$work/source"
chmod -R u+w "$work/source"

echo "install-jaeger: building, about 3 minutes" >&2
(cd "$work/source" && go build -trimpath -o "$work/jaeger" ./cmd/jaeger)

mkdir -p "${program%/*}"
mv "$work/jaeger" "$program.part"
mv "$program.part" "$program"
echo "$program"
