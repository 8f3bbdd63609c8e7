#!/bin/sh
# Builds the dashboard for Maven. Where npm is missing it says so, and the build goes on without the dashboard.
set -eu
cd "$(dirname -- "$0")"
for program in node npm; do
    if ! command -v "$program" >/dev/null; then
        echo "dashboard: $program is not on the PATH, so the dashboard is not built; install Node 20.19 or newer with npm." >&2
        exit 0
    fi
done
exec node scripts/build.mjs "$@"
