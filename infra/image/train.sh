#!/bin/sh
# train.sh FOLDER SERVICE DEV_STACK_TARGET: starts the service once in its folder, on embedded servers, and leaves app.aot there.
set -eu
for jar in "$3"/dev-stack-*.jar; do
  case $jar in *-tests.jar | *-sources.jar) ;; *) stack=$jar ;; esac
done
exec java -Dloader.main=vn.congvu.devstack.suite.Rehearsal -cp "$stack" \
  org.springframework.boot.loader.launch.PropertiesLauncher train "$1" "$2"
