import { canonicalText, type DecisionLog } from '@jalon/decision-log';
import { newId, systemClock } from '@jalon/runtime';

/** Appends one decision of the size of a revised application, as the API would, and gives the version that follows. */
export function entityActivities(log: Pick<DecisionLog, 'append'>, data: unknown) {
  return {
    async record(stream: string, version: number, text: string): Promise<number> {
      const id = newId();
      const appended = await log.append({
        tenant: 'update-design',
        command: {
          id: `service:bench:${id}`,
          name: 'project/revise-application',
          inputText: canonicalText(data, 'the input'),
          inputHash: new Uint8Array(32),
        },
        actor: { kind: 'service', id: 'bench' },
        authorisation: [text],
        ruleVersion: 1,
        occurredAt: systemClock().toISOString(),
        expected: { [stream]: version },
        consulted: {},
        decisions: [{ id, stream, type: 'application-revised', shapeVersion: 1, data }],
      });
      if (appended.status !== 'appended') throw new Error(`The comparison could not append: ${appended.status}.`);
      return version + 1;
    },
  };
}
export type EntityActivities = ReturnType<typeof entityActivities>;
