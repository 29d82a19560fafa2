import { openLog } from '@jalon/decision-log';
import { busOf, follow, groupOf } from '@jalon/event-bus';
import { viewApplier } from '@jalon/read-models';
import { closing, loggerFor, readConfiguration, systemClock } from '@jalon/runtime';
import { Pool } from 'pg';

const configuration = readConfiguration();
const logger = loggerFor('projector', configuration);
const log = await openLog({ url: configuration.databaseUrl, clock: systemClock, reporter: logger });
const pool = new Pool({ connectionString: configuration.databaseUrl, max: 4, application_name: 'jalon projector' });
pool.on('error', (err) => logger.warn({ err }, 'an idle connection to PostgreSQL was lost'));

const group = await groupOf(configuration, pool, 'jalon.projector');
const bus = busOf(configuration, log, 'jalon-projector', logger);
const following = follow({ bus, group, applier: viewApplier(pool, log), logger });
closing(
  logger,
  () => following.stop(),
  () => bus.close(),
  () => log.close(),
  () => pool.end(),
);
logger.info({ from: configuration.kafka ? 'Kafka' : 'the decision log' }, 'the projector follows the decisions');
