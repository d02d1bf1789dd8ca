#!/bin/sh
# What is set for other programs on Node is not meant for Dankbel.
unset NODE_OPTIONS NODE_PATH
exec /usr/lib/dankbel/node /usr/lib/dankbel/dist/loopback/dankbel.js "$@"
