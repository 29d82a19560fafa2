import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Notice } from '../telling/notice.ts';
import type { Send } from './channel.ts';
import { mailOf } from './mail-words.ts';

export interface MailOptions {
  /** Where mail is handed over; without it each mail becomes a file in `mailFolder`. */
  readonly smtpUrl?: string;
  readonly mailFolder: string;
  readonly mailFrom: string;
  readonly publicUrl: string;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/** Mails a notice to a funder's address: by SMTP, or into a folder where no server is configured. */
export function mailsWith({ smtpUrl, mailFolder, mailFrom, publicUrl }: MailOptions): Send {
  const host = new URL(publicUrl).hostname;
  const hand = smtpUrl === undefined ? toFolder(mailFolder) : toServer(smtpUrl);
  return async (address, notice) => {
    const name = `${notice.decision}.${notice.funder.id}`;
    try {
      return { state: 'sent', detail: await hand(messageTo(address, notice, { from: mailFrom, messageId: `<${name}@${host}>` }), name) };
    } catch (error) {
      if (!refusedForGood(error)) throw error;
      return { state: 'failed', detail: `the mail server refused it for good: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
}

function messageTo(address: string, notice: Notice, fixed: Pick<SendMailOptions, 'from' | 'messageId'>): SendMailOptions {
  return {
    ...fixed,
    ...mailOf(notice),
    to: address,
    // RFC 3834: tells mailboxes not to answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Hands a message on; resolves to how it was taken. `name` tells it from all others. */
type Hand = (message: SendMailOptions, name: string) => Promise<string>;

function toServer(url: string): Hand {
  const transport = createTransport({ url, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: ANSWER_MS });
  return async (message) => (await transport.sendMail(message)).response;
}

function toFolder(folder: string): Hand {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (message, name) => {
    const { message: content } = await transport.sendMail(message);
    await mkdir(folder, { recursive: true });
    const part = join(folder, `.${name}.part`);
    await writeFile(part, content);
    await rename(part, join(folder, `${name}.eml`));
    return `written to ${name}.eml`;
  };
}

/** RFC 5321: an answer of 500 and above is final. One about this recipient or this message is; one about signing in is for the operator to mend. */
function refusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  const aboutThis = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return aboutThis && typeof error.responseCode === 'number' && error.responseCode >= 500;
}
