import { randomUUID } from 'node:crypto';
import type { DecisionLog, LoggedDecision } from '@jalon/decision-log';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Consumer, EventBus } from './port.ts';
import { record } from './testing/recording.ts';

/** One way to carry decisions: a bus on a log of its own. */
export interface BusUnderTest {
  readonly bus: EventBus;
  readonly log: DecisionLog;
  readonly end: () => Promise<void>;
}

const patience = { timeout: 30_000, interval: 50 };

/** A consumer that notes what it got. */
function listener(group: string, rest: Partial<Consumer> = {}) {
  const heard: LoggedDecision[] = [];
  const consumer: Consumer = {
    group,
    noted: async () => undefined,
    handle: async (batch) => {
      heard.push(...batch);
    },
    ...rest,
  };
  return { consumer, heard };
}

/** The decisions of a stream in the order in which they were first heard. */
const firstHeard = (heard: readonly LoggedDecision[], stream: string): number[] => [
  ...new Set(heard.filter((one) => one.stream === stream).map(({ version }) => version)),
];

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** What every bus holds to, whatever carries it. */
export function eventBusContract(name: string, start: () => Promise<BusUnderTest>): void {
  describe(`the event bus on ${name}`, () => {
    let under: BusUnderTest;
    beforeAll(async () => {
      under = await start();
    });
    afterAll(() => under?.end());

    const fresh = () => randomUUID();
    const tell = async (tenant: string, stream: string, count: number) => {
      const decisions = await record(under.log, tenant, stream, count);
      await under.bus.publish(decisions);
      return decisions;
    };

    it('gives a new group everything from the first decision, in order within each stream, as the log holds it', async () => {
      const tenant = fresh();
      const told = [await tell(tenant, 'organisation-a', 3), await tell(tenant, 'organisation-b', 2), await tell(tenant, 'organisation-a', 4)].flat();
      const { consumer, heard } = listener(fresh());
      const consumption = under.bus.consume(consumer);
      await vi.waitFor(() => expect(heard.filter((one) => one.tenant === tenant)).toHaveLength(told.length), patience);
      await consumption.stop();
      const mine = heard.filter((one) => one.tenant === tenant);
      expect(firstHeard(mine, 'organisation-a')).toEqual(upTo(7));
      expect(firstHeard(mine, 'organisation-b')).toEqual(upTo(2));
      expect([...mine].sort((a, b) => a.position - b.position)).toEqual(told);
    });

    it('gives each group everything', async () => {
      const tenant = fresh();
      const [one, other] = [listener(fresh()), listener(fresh())];
      const consumptions = [under.bus.consume(one.consumer), under.bus.consume(other.consumer)];
      await tell(tenant, 'organisation-a', 5);
      for (const { heard } of [one, other]) {
        await vi.waitFor(() => expect(heard.filter((decision) => decision.tenant === tenant)).toHaveLength(5), patience);
      }
      await Promise.all(consumptions.map((consumption) => consumption.stop()));
    });

    it('gives a batch that was not taken again, before what follows it', async () => {
      const tenant = fresh();
      let refusals = 2;
      const heard: LoggedDecision[] = [];
      const { consumer } = listener(fresh(), {
        handle: async (batch) => {
          if (batch.some((one) => one.tenant === tenant) && refusals > 0) {
            refusals -= 1;
            throw new Error('the database is away');
          }
          heard.push(...batch);
        },
      });
      await tell(tenant, 'organisation-a', 3);
      const consumption = under.bus.consume(consumer);
      await vi.waitFor(() => expect(refusals).toBe(0), patience);
      await tell(tenant, 'organisation-a', 2);
      await vi.waitFor(() => expect(heard.filter((one) => one.tenant === tenant)).toHaveLength(5), patience);
      await consumption.stop();
      expect(heard.filter((one) => one.tenant === tenant).map(({ version }) => version)).toEqual(upTo(5));
    });

    it('goes on where a group stopped, so that nothing recorded meanwhile is missed', async () => {
      const tenant = fresh();
      const group = fresh();
      const next = new Map<string, number>();
      const noted = async (source: string) => next.get(source);
      const first: LoggedDecision[] = [];
      await tell(tenant, 'organisation-a', 2);
      const before = under.bus.consume({
        group,
        noted,
        handle: async (batch, progress) => {
          first.push(...batch);
          next.set(progress.source, progress.next);
        },
      });
      await vi.waitFor(() => expect(first.filter((one) => one.tenant === tenant)).toHaveLength(2), patience);
      await before.stop();

      await tell(tenant, 'organisation-a', 2);
      const { consumer, heard } = listener(group, { noted });
      const after = under.bus.consume(consumer);
      await vi.waitFor(() => expect(heard.filter((one) => one.tenant === tenant).map(({ version }) => version)).toEqual([3, 4]), patience);
      await after.stop();
    });

    it('goes back to what a consumer has noted, when that is behind what the group had come to', async () => {
      const tenant = fresh();
      const group = fresh();
      const { consumer, heard } = listener(group);
      await tell(tenant, 'organisation-a', 3);
      const before = under.bus.consume(consumer);
      await vi.waitFor(() => expect(heard.filter((one) => one.tenant === tenant)).toHaveLength(3), patience);
      await before.stop();

      const restored = listener(group, { noted: async () => undefined });
      const after = under.bus.consume(restored.consumer);
      await tell(tenant, 'organisation-a', 1);
      await vi.waitFor(
        () =>
          expect(
            firstHeard(
              restored.heard.filter((one) => one.tenant === tenant),
              'organisation-a',
            ),
          ).toEqual(upTo(4)),
        patience,
      );
      await after.stop();
    });
  });
}
