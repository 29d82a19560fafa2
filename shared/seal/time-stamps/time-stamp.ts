import { hash, randomBytes, X509Certificate } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  type ContentInfo,
  type ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
  ContentInfo as Wrapped,
} from 'pkijs';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Tokens are some kilobytes with their certificates. */
const MAX_ANSWER = 1_000_000;
const ANSWER_WITHIN_MS = 15_000;

/** A time-stamping authority did not give a token that holds; `retryable` where it may the next time. */
export class TimeStampError extends Error {
  readonly code = 'time-stamp';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, options?: ErrorOptions) {
    super(message, options);
    this.retryable = retryable;
  }
}

/** What a token says, once it was verified. */
export interface Stamped {
  /** When the authority saw the bytes. */
  readonly at: Date;
  /** The authority, as its certificate names it. */
  readonly authority: string;
  /** Its certificate leads to one that is trusted; false where none was given. */
  readonly trusted: boolean;
}

/** The bytes in a buffer of their own: a Buffer may be a part of a larger one. */
const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A request for a time stamp of these bytes, as DER (RFC 3161 §2.4.1). */
function requestOf(data: Uint8Array, nonce: Integer): ArrayBuffer {
  const imprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: exact(hash('sha256', data, 'buffer')) }),
  });
  return new TimeStampReq({ version: 1, messageImprint: imprint, nonce, certReq: true }).toSchema().toBER();
}

/** A nonce of eight bytes, positive. */
function newNonce(): Integer {
  const bytes = randomBytes(8);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return new Integer({ valueHex: exact(bytes) });
}

/**
 * Asks a time-stamping authority (RFC 3161 over HTTP, §3.4) to stamp bytes, and verifies its token before it is taken.
 * @returns the token as DER, for `verifyTimeStamp`
 * @throws {TimeStampError}
 */
export async function requestTimeStamp(url: string, data: Uint8Array): Promise<{ readonly token: Uint8Array; readonly stamped: Stamped }> {
  const nonce = newNonce();
  const answer = await ask(url, requestOf(data, nonce));
  let token: Uint8Array;
  try {
    const response = TimeStampResp.fromBER(exact(answer));
    const status = response.status.status;
    if (status > 1 || !response.timeStampToken) throw new TimeStampError(`${url} refused to stamp (status ${status}).`, true);
    token = new Uint8Array(response.timeStampToken.toSchema().toBER());
  } catch (error) {
    if (error instanceof TimeStampError) throw error;
    throw new TimeStampError(`${url} did not answer with a time stamp.`, true, { cause: error });
  }
  const stamped = await verifyTimeStamp(token, data);
  if (!infoOf(openToken(token)).nonce?.isEqual(nonce)) throw new TimeStampError(`${url} answered another request than this one.`, true);
  return { token, stamped };
}

async function ask(url: string, body: ArrayBuffer): Promise<Uint8Array> {
  try {
    const headers = { 'content-type': 'application/timestamp-query' };
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > MAX_ANSWER) throw new Error(`${bytes.length} bytes`);
    return bytes;
  } catch (error) {
    throw new TimeStampError(`${url} did not answer (${error instanceof Error ? error.message : error}).`, true, { cause: error });
  }
}

const wrong = (what: string, cause?: unknown) =>
  new TimeStampError(`The time stamp does not hold: ${what}.`, false, cause === undefined ? {} : { cause });

function openToken(token: Uint8Array): SignedData {
  try {
    const content: ContentInfo = Wrapped.fromBER(exact(token));
    if (content.contentType !== SIGNED_DATA) throw new Error(content.contentType);
    return new SignedData({ schema: content.content });
  } catch (error) {
    throw wrong('it is no signed token', error);
  }
}

function infoOf(signed: SignedData): TSTInfo {
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== TST_INFO || !eContent) throw wrong('it says no time');
  return TSTInfo.fromBER(eContent.getValue());
}

/** The certificates of a PEM text. */
export function certificatesOf(pem: string): readonly Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => Certificate.fromBER(exact(new X509Certificate(block).raw)));
}

/**
 * Verifies a token of bytes with nothing but itself and the certificates of authorities that are trusted, at the time that it says.
 * @throws {TimeStampError} where it is not of these bytes, is not signed by a certificate for time stamping, or leads to none that is trusted
 */
export async function verifyTimeStamp(token: Uint8Array, data: Uint8Array, trusted: readonly Certificate[] = []): Promise<Stamped> {
  const signed = openToken(token);
  const info = infoOf(signed);
  const imprint = Buffer.from(info.messageImprint.hashedMessage.getValue());
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA256 || !imprint.equals(hash('sha256', data, 'buffer')))
    throw wrong('it is of something else');
  const checkChain = trusted.length > 0;
  let signer: Certificate | undefined;
  try {
    const result = await signed.verify({
      signer: 0,
      data: exact(data),
      checkDate: info.genTime,
      checkChain,
      trustedCerts: [...trusted],
      extendedMode: true,
    });
    if (result.signatureVerified && (!checkChain || result.signerCertificateVerified)) signer = result.signerCertificate ?? undefined;
  } catch (error) {
    throw wrong(checkChain ? 'its signature is wrong, or leads to no authority that you trust' : 'its signature is wrong', error);
  }
  if (!signer) throw wrong('its signature is wrong');
  const usage = signer.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  if (!(usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes.includes(TIME_STAMPING)) throw wrong('its certificate is not for time stamping');
  return { at: info.genTime, authority: nameOf(signer), trusted: checkChain };
}

const nameOf = (certificate: Certificate): string => new X509Certificate(Buffer.from(certificate.toSchema().toBER())).subject.replaceAll('\n', ', ');
