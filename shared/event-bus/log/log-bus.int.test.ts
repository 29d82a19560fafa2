import { freshLog } from '@jalon/testing';
import { inject } from 'vitest';
import { eventBusContract } from '../contract.ts';
import { logBus } from './log-bus.ts';

eventBusContract('the decision log', async () => {
  const { log, drop } = await freshLog({ postgresUrl: inject('servers').postgresUrl });
  const bus = logBus(log);
  return {
    bus,
    log,
    end: async () => {
      await bus.close();
      await drop();
    },
  };
});
