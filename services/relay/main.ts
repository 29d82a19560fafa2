import { authoriser } from '@jalon/authorisation';
import { createHandler } from '@jalon/command-handling';
import { openLog } from '@jalon/decision-log';
import { kafkaBus } from '@jalon/event-bus';
import { closing, loggerFor, newId, readConfiguration, systemClock } from '@jalon/runtime';
import { connect } from '@jalon/workflows/client';
import { relayToBus } from './publish.ts';
import { relayToWorkflows } from './workflows/index.ts';

const configuration = readConfiguration();
const logger = loggerFor('relay', configuration);
const { kafka, temporal, http } = configuration;
const log = await openLog({ url: configuration.databaseUrl, clock: systemClock, reporter: logger });
const closers: (() => unknown)[] = [];

if (kafka) {
  const bus = kafkaBus({ brokers: kafka.brokers, origin: http.publicUrl, clientId: 'jalon-relay', logger });
  const publishing = relayToBus(log, bus);
  // The bus first: it gives up a batch that a broker which is away would keep for long, and the log sends it again.
  closers.push(
    () => bus.close(),
    () => publishing.stop(),
  );
} else {
  logger.info('JALON_KAFKA_BROKERS is not set: nothing is published, and consumers follow the decision log');
}

if (temporal) {
  const { client, close } = connect(temporal);
  const door = createHandler({ log, authorise: authoriser(), clock: systemClock, newId, commandKey: configuration.commandKey });
  const relayed = relayToWorkflows({ log, client, taskQueue: temporal.taskQueue, loader: door.loader, logger, clock: systemClock });
  closers.push(() => relayed.stop(), close);
} else {
  logger.warn('JALON_TEMPORAL_ADDRESS is not set: decisions are recorded, and nothing falls due. Set it and start again.');
}

// With neither of them there is nothing to do, and whoever started this process still finds it running.
const idle = setInterval(() => {}, 2 ** 31 - 1);
closing(
  logger,
  ...closers,
  () => log.close(),
  () => clearInterval(idle),
);
