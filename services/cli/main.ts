import { type Access, accessJournal } from '@jalon/access-journal';
import type { OpenedLog } from '@jalon/decision-log';
import { privacyWith } from '@jalon/privacy';
import { type Configuration, type Environment, systemClock } from '@jalon/runtime';
import { accessesOf, checkAccesses } from './accesses/accesses.ts';
import { noteReading } from './accesses/noting.ts';
import type { Actions } from './actions.ts';
import type { Answer } from './answer.ts';
import { auditActions } from './audit/actions.ts';
import { catalogueOf } from './catalogue/catalogue.ts';
import { checkout, environmentFile, launcher } from './checkout.ts';
import { rebuildViews } from './derived/rebuild.ts';
import { rehydrateAll } from './derived/rehydrate.ts';
import { republishAll } from './derived/republish.ts';
import { eraseActions } from './erase/actions.ts';
import { webhookSecretOf } from './funder/webhook-secret.ts';
import { historyOf, tenantFor } from './history/history.ts';
import { readFolder } from './import/folder.ts';
import { abandonImport, importFolder } from './import/run.ts';
import { runScript } from './local/start.ts';
import { tokenOf } from './local/token.ts';
import { diffOf } from './past/diff.ts';
import { shownOf } from './past/show.ts';
import { sealActions } from './seal/actions.ts';
import { issuerOf, settingsOf } from './settings.ts';
import { doorOf, withLog, withPool, withStore } from './system.ts';
import type { Terminal } from './terminal.ts';

/** The actions on the system that the environment names, or that runs in this checkout. */
export function actionsOn(env: Environment, terminal: Terminal): Actions {
  const reporter = { warn: (_: object, message: string) => terminal.err(`jalon: ${message}`) };
  const onLog = <Result>(work: (log: OpenedLog, settings: Configuration) => Promise<Result>): Promise<Result> => {
    const settings = settingsOf(env, environmentFile);
    return withLog(settings, reporter, (log) => work(log, settings));
  };
  /** What is read of a tenant, and shown once the access journal holds that it was. */
  const reading = (
    named: string | undefined,
    what: Access['what'],
    work: (log: OpenedLog, tenant: string, settings: Configuration) => Promise<Answer>,
  ): Promise<Answer> =>
    onLog(async (log, settings) => {
      const tenant = await tenantFor(log, named);
      const answer = await work(log, tenant, settings);
      await noteReading(settings.databaseUrl, tenant, what);
      return answer;
    });
  return {
    start: () => runScript(launcher, [], checkout),
    import: (path, { abandon }, progress) => {
      const folder = readFolder(path);
      return onLog(async (log, settings) => {
        if (abandon) return abandonImport(folder, log);
        const imported = await withPool(settings.databaseUrl, (pool) => {
          const door = doorOf(log, settings.commandKey, privacyWith(pool, settings).seal);
          return withStore(settings.objects, (store) => importFolder(folder, { ...door, objects: store, log, clock: systemClock, progress }));
        });
        const { tenant, recorded, repeated, day } = imported;
        const before = repeated > 0 ? `, ${repeated} had been before` : '';
        return { lines: [`${recorded} commands were recorded for ${tenant}${before}; times count from ${day}.`], data: imported };
      });
    },
    catalogue: async (word) => catalogueOf(word),
    history: (stream, { tenant, ...asOf }) =>
      reading(tenant, { part: 'history', thing: stream, more: { ...asOf } }, (log, of) => historyOf(log, of, stream, asOf, systemClock())),
    show: (thing, { tenant, ...asOf }) =>
      reading(tenant, { part: 'show', thing, more: { ...asOf } }, (log, of) => shownOf(log, of, thing, asOf, systemClock())),
    diff: (thing, { tenant, ...between }) =>
      reading(tenant, { part: 'diff', thing, more: { ...between } }, (log, of, { commandKey }) =>
        diffOf(log, doorOf(log, commandKey).loader(of), of, thing, between, systemClock()),
      ),
    rehydrate: ({ reset }) => onLog((log, settings) => rehydrateAll(log, settings, reset)),
    republish: () => onLog(republishAll),
    rebuild: (progress) => onLog((log, settings) => rebuildViews(log, settings, progress)),
    ...sealActions(onLog),
    ...auditActions(onLog),
    ...eraseActions(onLog),
    accesses: ({ tenant: named, check, ...query }) =>
      onLog(async (log, { databaseUrl }) => {
        const tenant = await tenantFor(log, named);
        return withPool(databaseUrl, (pool) => (check ? checkAccesses(accessJournal(pool), tenant) : accessesOf(accessJournal(pool), tenant, query)));
      }),
    webhookSecret: (programme, funder, { tenant: named }) =>
      onLog(async (log, { commandKey }) => {
        const tenant = await tenantFor(log, named);
        return webhookSecretOf(doorOf(log, commandKey).loader(tenant), commandKey, { tenant, programme, funder });
      }),
    token: async (persona) => {
      const answer = await tokenOf(persona, issuerOf(env, environmentFile));
      return { lines: [answer.token], data: answer };
    },
  };
}
