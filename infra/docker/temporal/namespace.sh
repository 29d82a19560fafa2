#!/bin/sh
# Makes the namespace of the journeys. A journey that ended is kept for a month: what it did stands in the decision log.
set -eu
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d
