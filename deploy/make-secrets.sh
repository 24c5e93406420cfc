#!/bin/sh
# Makes what docker-compose.yml reads from secrets/, with passwords nobody has seen. What is there already is left alone.
set -eu
cd "$(dirname "$0")/.."
# Only the owner may enter; the files are open to the users inside the containers.
mkdir -p secrets
chmod 700 secrets
random() { head -c 30 /dev/urandom | base64 | tr '+/' '-_'; }
for name in postgres-password temporal-database-password expediera-database-password; do
  [ -e "secrets/$name" ] || random >"secrets/$name"
done
# As AWS's own tools keep theirs.
[ -e secrets/s3-credentials ] || printf '[default]\naws_access_key_id = expediera\naws_secret_access_key = %s\n' "$(random)" >secrets/s3-credentials
chmod 644 secrets/*
