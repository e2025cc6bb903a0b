#!/bin/sh
# Builds the page into the folder $1, or with `test` checks its sources and runs its tests. Does nothing where no source has
# changed since the last time, which it remembers in ../target. Maven calls it; so may anybody.
set -eu
NO_COLOR=1
export NO_COLOR
cd "$(dirname "$0")"
mkdir -p ../target

say() { printf '%s\n' "$*" >&2; }

# Whether something the page is made of is newer than the file $1. Folders count too: a deleted source leaves no other trace.
is_stale() {
    [ -e "$1" ] || return 0
    [ -n "$(find src test public index.html build.sh package.json package-lock.json .npmrc tsconfig.json vite.config.ts biome.json -newer "$1" -print)" ]
}

need_node() {
    version=$(node --version 2> /dev/null | sed -n 's/^v\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    # shellcheck disable=SC2086 # version is two words.
    set -- ${version:-0 0}
    if [ "$1" -lt 20 ] || { [ "$1" -eq 20 ] && [ "$2" -lt 19 ]; } || ! command -v npm > /dev/null; then
        say "Building Weir's page needs Node 20.19 or newer with npm, which is not on the PATH: install it, or leave the page out with -Dui.skip"
        exit 5
    fi
}

# Fetches the packages of the lock file, exactly those, where they are not there yet.
fetch() {
    need_node
    cmp -s package-lock.json node_modules/.weir-lock && return 0
    npm ci --prefer-offline --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.weir-lock
}

run() { (PATH="$PWD/node_modules/.bin:$PATH" && export PATH && "$@"); }

if [ "$1" = test ]; then
    # What Maven says of its own tests goes for these: -DskipTests.
    [ "${2:-false}" = true ] && exit 0
    is_stale ../target/page-tested || exit 0
    : > ../target/page-testing
    fetch
    run biome lint --error-on-warnings --log-level=error src test
    run tsc --noEmit
    run vitest run --reporter=dot
    mv ../target/page-testing ../target/page-tested
else
    if [ -f "$1/index.html" ] && ! is_stale ../target/page-built; then exit 0; fi
    : > ../target/page-building
    fetch
    WEIR_PAGE_OUT=$1 run vite build --logLevel warn
    mv ../target/page-building ../target/page-built
fi
