#!/bin/sh
# Opens the built distribution's page in a real browser. Maven calls it in the phase verify; so may anybody, with Playwright's own
# words behind it: sh test.sh tests/login.spec.ts --headed
set -eu
cd "$(dirname "$0")"

# What Maven says of its own tests goes for these: -DskipTests.
if [ "${SKIP_TESTS:-false}" = true ]; then exit 0; fi

if ! command -v npm > /dev/null; then
    printf '%s\n' "The tests of the page need Node 20.19 or newer with npm, which is not on the PATH: install it, or leave the page out with -Dui.skip" >&2
    exit 5
fi
if ! cmp -s package-lock.json node_modules/.weir-lock; then
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefer-offline --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.weir-lock
fi
node_modules/.bin/tsc --noEmit
# What a page showed when it failed, for whoever has only what was printed.
node_modules/.bin/playwright test "$@" || {
    status=$?
    find target/results -name error-context.md -exec cat {} + 2> /dev/null || true
    exit "$status"
}
