import { type Logger, pino } from 'pino';
import type { Configuration } from './configuration.ts';

export type { Logger } from 'pino';

/** What never reaches a log, wherever it stands in the first three levels of an entry. */
const secretNames = ['authorization', 'cookie', 'set-cookie', 'password', 'secret', 'token', 'client_secret', 'access_token'];
const redacted = secretNames.flatMap((name) => ['', '*.', '*.*.'].map((prefix) => (prefix ? `${prefix}["${name}"]` : `["${name}"]`)));
const paths = redacted.map((path) => path.replace('.[', '['));

/** The logger of a service: JSON lines on standard output, or lines for people when `log.pretty` is on. Credentials are left out. */
export function loggerFor(service: string, { log }: Pick<Configuration, 'log'>): Logger {
  return pino({
    name: service,
    level: log.level,
    redact: { paths, censor: '[left out]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    ...(log.pretty && { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' } } }),
  });
}
