#!/bin/sh
# Writes .env at the root: infra/docker/.env.example with a new secret in each place left empty. An .env that is there stays as it is.
set -eu
cd "$(dirname "$0")/../.."
if [ -e .env ]; then
  echo '.env is there already: its secrets belong to the data. Remove it, and the volumes (docker compose down --volumes), to begin again.' >&2
  exit 1
fi
umask 077
while IFS= read -r line; do
  case $line in
    JALON_SEAL_KEY=) printf '%s%s\n' "$line" "$(openssl genpkey -algorithm ed25519 -outform DER | openssl base64 -A)" ;;
    JALON_PRIVACY_KEY=) printf '%s%s\n' "$line" "$(openssl rand -hex 32)" ;;
    [A-Z]*=) printf '%s%s\n' "$line" "$(openssl rand -hex 24)" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <infra/docker/.env.example >.env.part
mv .env.part .env
echo 'Wrote .env: keep a copy where you keep secrets.'
