#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: a user and databases of its own for Temporal and for Expediera.
set -eu
secret() { tr -d '\n' <"/run/secrets/$1"; }
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set temporal="$(secret temporal-database-password)" --set expediera="$(secret expediera-database-password)" <<'SQL'
create role temporal login password :'temporal';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
create role expediera login password :'expediera';
create database expediera owner expediera encoding 'UTF8' template template0;
SQL
