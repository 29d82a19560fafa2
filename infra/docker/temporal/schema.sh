#!/bin/sh
# Makes Temporal's two databases, or brings them to the version of this image. Safe to run again.
set -eu
for database in temporal temporal_visibility; do
  temporal-sql-tool --database "$database" create
  temporal-sql-tool --database "$database" setup-schema --version 0.0
  temporal-sql-tool --database "$database" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/${database#temporal_}/versioned"
done
