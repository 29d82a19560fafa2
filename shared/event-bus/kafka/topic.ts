import type { Kafka } from 'kafkajs';

/** Every decision of every tenant, for ever. */
export const TOPIC = 'jalon.decisions.v1';

/** Fixed for the life of the topic: another number would send a stream's later decisions elsewhere than its earlier ones. */
const PARTITIONS = 12;

/** A decision may hold a megabyte, and a message holds it twice (as data, and as the canonical text), with the command's input. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** Takes the number of replicas that the cluster is set to. */
const CLUSTER_DEFAULT = -1;

/** Creates the topic where it does not exist yet. */
export async function ensureTopic(kafka: Kafka, topic: string): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        {
          topic,
          numPartitions: PARTITIONS,
          replicationFactor: CLUSTER_DEFAULT,
          configEntries: [
            { name: 'retention.ms', value: '-1' },
            { name: 'retention.bytes', value: '-1' },
            { name: 'cleanup.policy', value: 'delete' },
            { name: 'max.message.bytes', value: String(LARGEST_BYTES) },
          ],
        },
      ],
    });
  } finally {
    await admin.disconnect();
  }
}
