import { migrateAccessJournal } from '@jalon/access-journal';
import { migrate } from '@jalon/decision-log';
import { migrateDelivery } from '@jalon/event-bus';
import { migratePrivacy } from '@jalon/privacy';
import { migrateReadModels } from '@jalon/read-models';
import { loggerFor, readConfiguration } from '@jalon/runtime';
import { migrateSeal } from '@jalon/seal';
import { migrateSessions } from '@jalon/sessions';

/** Brings the schemas of the decision log, of the delivery and of the views to this version, as the database's owner, and ends. */
async function main(): Promise<number> {
  const configuration = readConfiguration();
  const { ownerUrl } = configuration;
  if (!ownerUrl) {
    process.stderr.write('JALON_DATABASE_OWNER_URL is not set: migrations run as the owner of the database (`jalon_owner`).\n');
    return 2;
  }
  await migrate(ownerUrl);
  await migrateDelivery(ownerUrl);
  await migrateSeal(ownerUrl);
  await migrateReadModels(ownerUrl);
  await migrateSessions(ownerUrl);
  await migrateAccessJournal(ownerUrl);
  await migratePrivacy(ownerUrl);
  loggerFor('migrate', configuration).info('the schemas are at this version');
  return 0;
}

process.exitCode = await main();
