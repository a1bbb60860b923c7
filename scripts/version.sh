#!/bin/sh
# Prints the version to stamp into the program: that of FyneApp.toml and, where git knows it, the commit,
# as in 0.1.0+3f2a9c1 or 0.1.0+3f2a9c1-dirty.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)
commit=$(git describe --always --dirty --exclude '*' 2>/dev/null || true)
printf '%s\n' "$version${commit:+"+$commit"}"
