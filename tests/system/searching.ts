import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

/** Something that is written somewhere. */
export interface Written {
  readonly where: string;
  readonly text: string;
}

/** What stands in the files below a folder. Mails break their lines where they must. */
export function files(folder: string): readonly Written[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map(({ parentPath, name }) => ({
    where: join(parentPath, name),
    text: readFileSync(join(parentPath, name), 'utf8').replaceAll(/=\r?\n/g, ''),
  }));
}

/** Every row of every table. */
export async function rows(ownerUrl: string): Promise<readonly Written[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const read: Written[] = [];
    for (const { name } of tables) {
      const { rows: all } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      read.push(...all.map(({ row }) => ({ where: name, text: row })));
    }
    return read;
  } finally {
    await owner.end();
  }
}

/** Every message of the topic, keys and headers too, as it stands there. */
export async function messages(brokers: readonly string[], topic: string): Promise<readonly Written[]> {
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'a-searcher', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map(
    (await admin.fetchTopicOffsets(topic)).map(({ partition, high, low }) => [partition, { high: Number(high), low: Number(low) }]),
  );
  await admin.disconnect();
  const left = new Set([...ends].filter(([, { high, low }]) => high > low).map(([partition]) => partition));
  const read: Written[] = [];
  const consumer = kafka.consumer({ groupId: `search-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    void consumer.run({
      eachMessage: async ({ partition, message: { key, value, headers, offset } }) => {
        read.push({ where: `${topic}/${partition}`, text: `${key} ${value} ${Object.values(headers ?? {}).join(' ')}` });
        if (Number(offset) >= ends.get(partition)!.high - 1) left.delete(partition);
        if (left.size === 0) resolve();
      },
    });
  });
  await consumer.disconnect();
  return read;
}

/** Where any of the words stands, whatever their case. */
export const placesOf = (words: readonly string[], written: readonly Written[]): readonly string[] => [
  ...new Set(written.filter(({ text }) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()))).map((one) => one.where)),
];
