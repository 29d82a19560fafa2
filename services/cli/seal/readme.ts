import type { Manifest } from './bundle.ts';

/** What is written beside an export, for whoever finds it in twenty years. */
export function readme({ origin, size, programme, others, tenant }: Manifest, key: string): string {
  const of = programme ? `programme "${programme}" (${tenant})` : `"${tenant}"`;
  const apart = programme && others === 'hashes' ? ' Decisions on other things are there by their hashes alone.' : '';
  return `# Decisions of ${of}

The first ${size} decisions of the log \`${origin}\`, with what proves that they are all there, in order and unchanged.${apart}
Les ${size} premières décisions du journal \`${origin}\`, avec de quoi prouver qu'elles sont complètes, dans l'ordre et inchangées.

    jalon verify <this folder> --key '${key}'

The key is trusted because its authority published it elsewhere; compare it before you believe it. No server and no network is needed.
La clé vaut parce que l'autorité l'a publiée ailleurs : comparez-la avant de la croire. Ni serveur ni réseau n'est nécessaire.

| file | what it holds |
|---|---|
| decisions.jsonl | one decision a line: its position, its envelope, its data and the salt of its digest |
| log/checkpoint | the signed checkpoint (https://c2sp.org/tlog-checkpoint) |
| log/tile/ | the Merkle tree (https://c2sp.org/tlog-tiles); served as files, the folder log/ is a transparency log that other tools read |
| log/keys.json | the public keys, each but the first vouched for by the one before |
| time-stamps.json | RFC 3161 time stamps of checkpoints |
| policies.json | the policies, as the decisions that drafted and adopted them have them |
| manifest.json | what this export claims to hold |

Without Jalon:

- the leaf of a decision is SHA-256(0x00 ‖ envelope); it stands in log/tile/0 at position − 1, 32 bytes each, 256 a file;
- the tree over the leaves is that of RFC 6962, and log/checkpoint has its root (third line, base 64), signed with Ed25519;
- in the envelope, dataDigest is SHA-256(salt ‖ data), the salt as its 16 bytes.
`;
}
