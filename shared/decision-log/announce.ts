import type pg from 'pg';

/** Where subscriptions listen. The payload says nothing: a listener looks for itself. */
export const CHANNEL = 'decision_log';

/**
 * Wakes the subscriptions after a commit. Calls that come while one is under way become one more. A lost notification is no loss: subscriptions also look by
 * themselves every second. It is apart from the append, since a transaction that notifies holds up every other one that does.
 */
export function announceWith(pool: pg.Pool): () => void {
  let asked = 0;
  let isSending = false;
  async function send(): Promise<void> {
    isSending = true;
    for (let sent = -1; sent !== asked; ) {
      sent = asked;
      await pool.query({ name: 'announce', text: `SELECT pg_notify('${CHANNEL}', '')` }).catch(() => undefined);
    }
    isSending = false;
  }
  return () => {
    asked += 1;
    if (!isSending) void send();
  };
}
