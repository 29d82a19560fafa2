import { type Append, openLog } from '@jalon/decision-log';

/** The other end of `otherProcess`: a process of its own that appends what it is sent, and answers. */
const url = process.argv[2];
if (!url || !process.send) throw new Error('This process is started by otherProcess() with the address of a log.');

const log = await openLog({ url, clock: () => new Date(), reporter: { warn: () => undefined } });
const answer = (id: number, result: object) => process.send?.({ id, ...result });

process.on('message', ({ id, append }: { id: number; append: Append }) => {
  log.append(append).then(
    (appended) => answer(id, { appended }),
    (error: Error) => answer(id, { error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
