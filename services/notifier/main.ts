import { openLog } from '@jalon/decision-log';
import { busOf, follow, groupOf } from '@jalon/event-bus';
import { forgetAgain, privacyWith, registerIn } from '@jalon/privacy';
import { closing, loggerFor, readConfiguration, systemClock } from '@jalon/runtime';
import { Pool } from 'pg';
import { mailsWith } from './channels/mail.ts';
import { toSealedAddress } from './channels/sealed-address.ts';
import { webhooksWith } from './channels/webhook.ts';
import { Courier } from './ledger/courier.ts';
import { noticeApplier } from './ledger/enter.ts';

const configuration = readConfiguration();
const logger = loggerFor('notifier', configuration);
const { commandKey, http, webhookAllowPrivate } = configuration;
const log = await openLog({ url: configuration.databaseUrl, clock: systemClock, reporter: logger });
const pool = new Pool({ connectionString: configuration.databaseUrl, max: 8, application_name: 'jalon notifier' });
pool.on('error', (err) => logger.warn({ err }, 'an idle connection to PostgreSQL was lost'));

const privacy = privacyWith(pool, configuration);
await forgetAgain({ pool, privacy }, registerIn(configuration.privacy.erasures));
const courier = new Courier({
  pool,
  channels: {
    email: toSealedAddress(privacy.open, mailsWith({ ...configuration, publicUrl: http.publicUrl })),
    webhook: webhooksWith({ commandKey, publicUrl: http.publicUrl, clock: systemClock, allowPrivate: webhookAllowPrivate }),
  },
  clock: systemClock,
  logger,
});
const group = await groupOf(configuration, pool, 'jalon.notifier');
const bus = busOf(configuration, log, 'jalon-notifier', logger);
const applier = noticeApplier({ pool, log, publicUrl: http.publicUrl, clock: systemClock });
const following = follow({ bus, group, applier, logger });
const sending = courier.start();
closing(
  logger,
  () => following.stop(),
  () => sending.stop(),
  () => bus.close(),
  () => log.close(),
  () => pool.end(),
);
logger.info(
  { from: configuration.kafka ? 'Kafka' : 'the decision log', mail: configuration.smtpUrl ? 'SMTP' : configuration.mailFolder },
  'the notifier follows the decisions',
);
