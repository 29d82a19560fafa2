import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startContainer } from './container.ts';
import { findJava, jars } from './maven.ts';
import { freePort } from './ports.ts';
import { logOf, startProcess, stopProcess, untilReady } from './process.ts';
import { run } from './programs.ts';
import { existing, type Following, lastLine, type Server, Unavailable } from './server.ts';
import { startEitherWay } from './way.ts';

export const kafkaVersion = '4.3.0';
export const kafkaImage = `apache/kafka:${kafkaVersion}`;
const remedy = 'start Docker, or set JALON_KAFKA_BROKERS';

export interface KafkaOptions extends Following {
  /** host:port,… of brokers that are there already. */
  readonly brokers?: string | undefined;
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
  readonly containerName: string;
  readonly ephemeral?: boolean;
}

/**
 * One Kafka node on the loopback interface, broker and controller at once. It keeps what it gets for ever, and makes no topic by itself.
 * @throws {Unavailable} when this machine cannot have one
 */
export async function startKafka(options: KafkaOptions): Promise<Server> {
  if (options.brokers) return existing('Kafka', options.brokers);
  return startEitherWay({
    name: 'Kafka',
    dataFolder: options.dataFolder,
    keepsData: true,
    report: options.report,
    container: () => inContainer(options),
    process: () => asProcess(options),
  });
}

/** What one node needs to be a whole cluster, and what Jalon asks of any broker. */
const settings: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'auto.create.topics.enable': 'false',
  'log.retention.ms': '-1',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '4',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
};

const inContainer = ({ containerName, port, ephemeral, report }: KafkaOptions): Promise<Server> =>
  startContainer({
    name: 'Kafka',
    containerName,
    image: kafkaImage,
    environment: (host) =>
      asEnvironment({
        ...settings,
        listeners: 'PLAINTEXT://:9092,CONTROLLER://:9093',
        'advertised.listeners': `PLAINTEXT://${host}:${port}`,
        'controller.quorum.voters': '1@localhost:9093',
        'log.dirs': '/var/lib/kafka/data',
      }),
    user: 'root',
    port: { inside: 9092, outside: port },
    volume: ephemeral ? undefined : { name: containerName, target: '/var/lib/kafka/data' },
    readyWhenLogged: /Kafka Server started/,
    report,
  });

/** As the image takes settings: KAFKA_, capitals, and dots as underscores. */
const asEnvironment = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]));

async function asProcess({ dataFolder, port, logFile, report, signal, spawned }: KafkaOptions): Promise<Server> {
  const java = await findJava('Kafka', remedy);
  const described = fileURLToPath(new URL('../kafka/', import.meta.url));
  const folder = await jars({ of: `Kafka ${kafkaVersion}`, described, name: `kafka-${kafkaVersion}`, remedy, report, signal });
  const controller = await freePort();
  const properties = join(dataFolder, 'server.properties');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(properties, propertiesText(dataFolder, port, controller));
  const heap = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:-UsePerfData'];
  const classes = ['-cp', join(folder, '*')];
  if (!existsSync(join(dataFolder, 'data', 'meta.properties'))) {
    report('making its storage');
    const id = randomBytes(16).toString('base64url');
    const { code, output } = await run(java, [...heap, ...classes, 'kafka.tools.StorageTool', 'format', '--standalone', '-t', id, '-c', properties]);
    if (code !== 0)
      throw new Unavailable(`Kafka's storage could not be made in ${dataFolder} (${lastLine(output)}): remove that folder and start again.`);
  }
  const running = await startProcess({
    name: 'Kafka',
    command: java,
    args: [...heap, ...quiet, ...classes, 'kafka.Kafka', properties],
    logFile,
    spawned,
  });
  await untilReady(running, () => logOf(running).includes('Kafka Server started'));
  return { name: 'Kafka', how: 'process', address: `127.0.0.1:${port}`, processes: [running], stop: () => stopProcess(running) };
}

/** Warnings only, and the line that says that it is ready. */
const quiet = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info'];

function propertiesText(dataFolder: string, port: number, controller: number): string {
  const all = {
    ...settings,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controller}`,
    'log.dirs': join(dataFolder, 'data'),
  };
  const line = ([name, value]: [string, string]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`;
  return Object.entries(all).map(line).join('');
}
