#!/bin/sh
# Starts the service of this folder with the cache that was trained for it; secrets mounted as files are settings by their names.
set -eu
cd "$(dirname "$0")"
exec java @jvm.options -XX:AOTCache=app.aot -jar app.jar \
  "--spring.config.import=optional:configtree:${SETTINGS_DIR:-/run/settings}/" "$@"
