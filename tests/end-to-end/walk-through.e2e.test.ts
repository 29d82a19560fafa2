import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, clientOf } from '../system/client.ts';
import { type System, startSystem } from '../system/system.ts';
import { until } from '../system/until.ts';

const root = join(import.meta.dirname, '../..');

/** The commands of the README, as they stand there. */
function walkThrough(): string {
  const script = /<!-- walk-through -->\n```sh\n(.*?)```/s.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1];
  if (!script) throw new Error('README.md has no walk-through between its marks.');
  return script;
}

let system: System;
let auditor: Client;
/** What the walk-through printed last: the journal of its project. */
let journal: { readonly items: readonly { readonly type: string; readonly stream: string; readonly actor: { readonly id: string } }[] };

beforeAll(async () => {
  system = await startSystem(inject('servers'), ['api', 'worker', 'relay', 'projector', 'notifier']);
  const env = { ...process.env, ...system.env, JALON: system.url };
  const { stdout } = await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', walkThrough()], { cwd: root, env });
  journal = JSON.parse(stdout.trim().split('\n').at(-1)!);
  auditor = await clientOf(system, 'auditor');
});
afterAll(() => system?.[Symbol.asyncDispose]());

describe('the walk-through of the README', () => {
  it('takes an application to a concluded SRL review, and reads it back from the audit journal', () => {
    expect(journal.items.map(({ type }) => type)).toEqual([
      'application-started',
      'application-revised',
      'application-submitted',
      'declared-eligible',
      'reviewer-assigned',
      'review-submitted',
      'reviewer-assigned',
      'review-submitted',
      'application-selected',
      'funding-granted',
      'funding-granted',
      'grant-awarded',
      'agreement-signed',
      'phase-entered',
      'srl-review-opened',
      'srl-assessed',
      'srl-review-concluded',
    ]);
    expect(journal.items.find(({ type }) => type === 'srl-assessed')?.actor.id).toBe('reviewer-1');
  });

  it('leaves the project in its first phase, at the level that follows from the assessment', async () => {
    const id = journal.items[0]!.stream.replace('project-', '');
    const { body } = await auditor.read(`projects/${id}`);
    expect(body).toMatchObject({ stage: 'concept', srl: { reached: 2, consolidated: 1 } });
  });

  it('tells both funders of the conclusion, by a mail each', async () => {
    const mails = () => readdirSync(join(system.folder, 'mail')).map((name) => readFileSync(join(system.folder, 'mail', name), 'utf8'));
    await until('both funders were told', async () => {
      const told = mails().filter((mail) => /est conclue/.test(mail.replaceAll('=\r\n', '').replaceAll('=\n', '')));
      return told.some((mail) => mail.includes('To: decisions@region.example')) && told.some((mail) => mail.includes('To: decisions@fse.example'));
    });
  });

  it('was opened as a call by the process, on the day that the call said', async () => {
    await until('the process opened the call', async () => {
      const { body } = await auditor.read('journal?type=call-opened&limit=100');
      return body.items.some(({ actor }: { actor: { kind: string } }) => actor.kind === 'process');
    });
  });
});

describe('what hangs on the log', () => {
  it('comes back the same after jalon rebuild', async () => {
    const everything = async () => [
      (await auditor.read('projects?limit=100')).body,
      (await auditor.read('journal?limit=100')).body,
      (await auditor.read('calls')).body,
    ];
    const before = await everything();
    await system.jalon('rebuild', '--json');
    expect(await everything()).toEqual(before);
  });
});
