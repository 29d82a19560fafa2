import type { OpenedLog } from '@jalon/decision-log';
import { privacyWith, registerIn } from '@jalon/privacy';
import { type Configuration, newId, systemClock } from '@jalon/runtime';
import { tenantFor } from '../history/history.ts';
import { doorOf, withPool } from '../system.ts';
import type { EraseActions } from './commands.ts';
import { erase } from './erase.ts';

type OnLog = <Result>(work: (log: OpenedLog, settings: Configuration) => Promise<Result>) => Promise<Result>;

/** The commands of erasure, on the system that `onLog` opens. */
export const eraseActions = (onLog: OnLog): EraseActions => ({
  erase: (subject, { tenant: named, receivedOn }) =>
    onLog(async (log, settings) => {
      const tenant = await tenantFor(log, named);
      return withPool(settings.databaseUrl, (pool) => {
        const privacy = privacyWith(pool, settings);
        const erasing = {
          log,
          door: doorOf(log, settings.commandKey),
          privacy,
          forgetting: { pool, privacy },
          register: registerIn(settings.privacy.erasures),
          mailFolder: settings.mailFolder,
          clock: systemClock,
          newId,
        };
        return erase(erasing, { tenant, subject, ...(receivedOn !== undefined && { receivedOn }) });
      });
    }),
  rewrap: () =>
    onLog((_log, settings) =>
      withPool(settings.databaseUrl, async (pool) => {
        const wrapped = await privacyWith(pool, settings).rewrap();
        return { lines: [`${wrapped} keys are wrapped anew.`], data: { wrapped } };
      }),
    ),
});
