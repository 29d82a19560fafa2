// What verifies: texts and bytes alone, no Node built-in, so that it runs in a browser as well.
export { base64, equal, fromBase64, hex, textOf, utf8, wholeNumber } from './bytes.ts';
export type { Crypto, Sha256 } from './crypto.ts';
export {
  type Checkpoint,
  type CheckpointProblem,
  checkpointText,
  type Opened,
  openCheckpoint,
  parseCheckpoint,
  type Trust,
  textOfCheckpoint,
} from './note/checkpoint.ts';
export { type DecisionProof, type DecisionProofProblem, originOfProof, type ProvenDecision, verifyDecisionProof } from './note/decision-proof.ts';
export { formatProofFile, type ProofFile, type ProofOpened, type ProofProblem, parseProofFile, verifyProof } from './note/proof-file.ts';
export {
  COSIGNATURE,
  cosigned,
  ED25519,
  formatKey,
  formatNote,
  formatSignature,
  type Note,
  parseKey,
  parseNote,
  parseSignature,
  type SignatureLine,
  type Signer,
  signNote,
  type Verified,
  type VerifierKey,
  verifierKey,
  verifyNote,
} from './note/signed-note.ts';
export { keysFrom, successionText, type TrustedKey } from './note/succession.ts';
export { type Edge, type GrowingTree, type Growth, growingTree } from './tree/growing.ts';
export { HASH_BYTES, type TreeHash, treeHash } from './tree/hashing.ts';
export { goesOn, type Head, includes } from './tree/proofs.ts';
export { consistencyRanges, inclusionRanges, type Range } from './tree/ranges.ts';
export {
  hashOf,
  parseTilePath,
  proveInclusion,
  proveRanges,
  TILE_WIDTH,
  type Tile,
  type TileHashes,
  tilePath,
  tilesFor,
  tilesOf,
  tileWidth,
} from './tree/tiles.ts';
