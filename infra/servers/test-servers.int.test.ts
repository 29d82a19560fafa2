import { Connection } from '@temporalio/client';
import kafkajs from 'kafkajs';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';

const { postgresUrl, temporalAddress, kafkaBrokers } = inject('servers');

describe('the servers of a test run', () => {
  it('have a PostgreSQL 18 that keeps what it acknowledges', async () => {
    const client = new pg.Client({ connectionString: postgresUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'max_connections', 'server_version_num') ORDER BY name`,
    );
    await client.end();
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toMatchObject({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      max_connections: '200',
      server_version_num: expect.stringMatching(/^18/),
    });
  });

  it.runIf(temporalAddress)('have a Temporal with the search attributes that the journeys set', async () => {
    const connection = await Connection.connect({ address: temporalAddress! });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    await connection.close();
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(['JalonProgramme', 'JalonStage', 'JalonPhase', 'JalonSrl', 'JalonNextDue']));
  });

  it.runIf(kafkaBrokers)('have a Kafka that makes no topic by itself', async () => {
    const kafka = new kafkajs.Kafka({ brokers: kafkaBrokers!.split(','), logLevel: kafkajs.logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await expect(admin.fetchTopicMetadata({ topics: ['a-topic-that-nobody-made'] })).rejects.toThrow(/does not host this topic-partition/);
    await admin.disconnect();
  });
});
