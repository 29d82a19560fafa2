import { authoriser } from '@jalon/authorisation';
import { createHandler } from '@jalon/command-handling';
import { openLog } from '@jalon/decision-log';
import { closing, loggerFor, newId, readConfiguration, systemClock } from '@jalon/runtime';
import { activities } from '@jalon/workflows/activities';
import { prebuiltBundle } from '@jalon/workflows/bundle';
import { join } from './join.ts';
import { temporalLogsTo } from './temporal-logs.ts';

/** Where the bundle of the workflows is kept between starts. */
const BUNDLES = '.jalon/workflows';

const configuration = readConfiguration();
const logger = loggerFor('worker', configuration);
const { temporal } = configuration;

if (temporal) {
  temporalLogsTo(logger);
  const log = await openLog({ url: configuration.databaseUrl, clock: systemClock, reporter: logger });
  const door = createHandler({ log, authorise: authoriser(), clock: systemClock, newId, commandKey: configuration.commandKey });
  const joined = join({ temporal, bundle: await prebuiltBundle(BUNDLES), activities: activities(door, logger, log), logger });
  closing(logger, joined.leave, log.close);
} else {
  const idle = setInterval(() => {}, 2 ** 31 - 1);
  closing(logger, () => clearInterval(idle));
  logger.warn('JALON_TEMPORAL_ADDRESS is not set: decisions are recorded, and nothing falls due. Set it and start again.');
}
