#!/bin/sh
# unpack.sh JAR FOLDER: a Boot jar as layers: libraries that seldom change, and a small app.jar beside them.
set -eu
exec java -Djarmode=tools -jar "$1" extract --layers --destination "$2" --application-filename app.jar
