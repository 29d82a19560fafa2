import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Keeps what the SDK says of itself out of the output of tests, errors aside. Before the first worker of a process. */
export const quiet = (): void => saying(makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }));

/** The same, its errors too: where it takes what a test does on purpose for one. */
export const silent = (): void => saying('off');

const saying = (filter: string): void => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } }, shutdownSignals: [] });
};
