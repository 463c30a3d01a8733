#!/usr/bin/bash
# Starts the member with a key file that only it can read, and makes the set and its users at the first start.
set -euo pipefail
install -m 400 /run/secrets/mongodb-member-key /tmp/member.key
mongod --replSet rs0 --keyFile /tmp/member.key --bind_ip_all --dbpath /data/db &
mongod=$!
trap 'kill -TERM "$mongod"' TERM INT
until mongosh --quiet --eval 'quit(0)' >/dev/null 2>&1; do sleep 1; done
mongosh --quiet --file /users.js
wait "$mongod" || wait "$mongod"
