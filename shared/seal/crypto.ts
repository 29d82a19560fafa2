/** What the seal needs of cryptography. It is given, so that the same code runs on node:crypto and, in a browser, on @noble. */
export interface Crypto {
  /** SHA-256 (FIPS 180-4): 32 bytes. It keeps nothing of what it is given: callers use the same bytes again. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Ed25519 (RFC 8032): whether the 64 bytes of the signature are that of the message by the key (32 bytes). False, never an error, for a key or signature that is none. */
  readonly verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

export type Sha256 = Crypto['sha256'];
