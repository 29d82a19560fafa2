import { describe, expect, it } from 'vitest';
import { by, theProcess } from '../../kernel/testing/given-when-then.ts';
import type { ProjectStage } from '../../project/stage.ts';
import { association } from '../testing/association.ts';
import { erasureAnswer } from './answer.ts';
import { answerErasure } from './answer-erasure.ts';
import { ErasureAnswered } from './erasures.ts';
import { type Trace, wordsOf } from './holds.ts';
import { type Seen, Traces } from './traces.ts';

const inMarch = association.at('2027-03-10T09:00:00Z');
const asked = { subject: 'person:ada', receivedOn: '2027-03-01', traces: [] };
const answered = { subject: 'person:ada', receivedOn: '2027-03-01', answerBy: '2027-04-01' };

describe('a request for erasure', () => {
  it('is granted whole where nothing holds', () =>
    inMarch
      .when(answerErasure, theProcess, asked)
      .decides(ErasureAnswered({ ...answered, erased: ['person:ada', 'person:ada/contact'], holds: [] })));

  it('is granted for surplus contacts alone while accounts are held, and says which, why and until when', async () => {
    const traces: Trace[] = [
      { hold: 'accounts', thing: 'project-repair', from: '2024-12-31' },
      { hold: 'archives', thing: 'sitting-may', from: '2025-05-02' },
      { hold: 'appeal', thing: 'project-lanterns', from: '2024-06-01' },
    ];
    const request = inMarch.when(answerErasure, theProcess, { ...asked, traces });
    const holds = [
      { hold: 'accounts' as const, thing: 'project-repair', article: 'Regulation (EU) 2021/1060, article 82(1)', until: '2029-12-31' },
      { hold: 'archives' as const, thing: 'sitting-may', article: 'Code du patrimoine, articles L211-4 and L212-2', until: '2035-05-02' },
    ];
    await request.decides(ErasureAnswered({ ...answered, erased: ['person:ada/contact'], holds }));
    const letter = erasureAnswer({ ...answered, erased: ['person:ada/contact'], holds }, 'fr').join('\n');
    expect(letter).toContain(wordsOf(holds[0]!).fr);
    expect(letter).toMatch(/article 82\(1\).*2029-12-31[\s\S]*2035-05-02[\s\S]*CNIL/);
  });

  it('is held for as long as a project goes on, without an end', async () => {
    const request = inMarch.when(answerErasure, theProcess, { ...asked, traces: [{ hold: 'accounts', thing: 'project-repair' }] });
    const after = await request.after();
    expect(erasureAnswer((after.past.at(-1)!.decision as ReturnType<typeof ErasureAnswered>).data, 'en').join('\n')).toContain('has not begun yet');
  });

  it('of the contact of a funder erases that contact', () =>
    inMarch
      .when(answerErasure, theProcess, { ...asked, subject: 'programme-isr/region' })
      .decides(ErasureAnswered({ ...answered, subject: 'programme-isr/region', erased: ['programme-isr/region'], holds: [] })));

  it('is refused once all is erased, and taken up again where holds were in the way', async () => {
    const once = await inMarch.when(answerErasure, theProcess, asked).after();
    await once.when(answerErasure, theProcess, asked).refuses('already-erased', { on: '2027-03-10' });
    const held = await inMarch.when(answerErasure, theProcess, { ...asked, traces: [{ hold: 'accounts', thing: 'project-repair' }] }).after();
    await held
      .when(answerErasure, theProcess, asked)
      .decides(ErasureAnswered({ ...answered, erased: ['person:ada', 'person:ada/contact'], holds: [] }));
  });

  it('cannot have come tomorrow', () =>
    inMarch.when(answerErasure, theProcess, { ...asked, receivedOn: '2027-03-12' }).refuses('request-received-on-a-day-to-come'));
});

describe('what a person left in the log', () => {
  const seen = (stream: string, type: string, data: unknown, actor = 'somebody', on = '2026-05-04'): Seen => ({
    stream,
    type,
    data,
    actor: by(actor),
    occurredAt: `${on}T10:00:00.000Z`,
  });
  const tracesOf = (stage: ProjectStage, ...all: readonly Seen[]) => {
    const traces = new Traces('ada');
    for (const one of all) traces.see(one);
    return { traces: traces.traces(() => stage), isNamed: traces.isNamed };
  };

  it('holds by an ended project from 31 December of the year of its last payment', () =>
    expect(
      tracesOf(
        'ended',
        seen('project-a', 'application-started', { holder: 'ada' }),
        seen('project-a', 'grant-awarded', {}),
        seen('project-a', 'payment-recorded', {}, 'cora', '2027-02-03'),
        seen('project-a', 'project-completed', {}, 'cora', '2028-01-01'),
      ).traces,
    ).toEqual([{ hold: 'accounts', thing: 'project-a', from: '2027-12-31' }]));

  it('holds by a running project without an end, by a refused one until it can no longer be appealed, by a draft not at all', () => {
    const review = seen('project-a', 'reviewer-assigned', { reviewer: 'ada' });
    expect(tracesOf('pilot', review, seen('project-a', 'grant-awarded', {})).traces).toEqual([{ hold: 'accounts', thing: 'project-a' }]);
    expect(tracesOf('not-selected', review).traces).toEqual([{ hold: 'appeal', thing: 'project-a', from: '2026-05-04' }]);
    expect(tracesOf('draft', review)).toEqual({ traces: [], isNamed: true });
  });

  it('holds by votes, declarations of aid and powers to sign', () =>
    expect(
      tracesOf(
        'none',
        seen('sitting-may', 'vote-cast', { item: 'a', voter: 'ada' }, 'ada', '2026-05-01'),
        seen('sitting-may', 'minutes-signed', { signatory: 'ada' }, 'ada', '2026-05-09'),
        seen('organisation-x', 'aid-declared', {}, 'ada'),
        seen('organisation-x', 'signatory-named', { person: 'ada', from: '2026-01-01' }),
      ).traces,
    ).toEqual([
      { hold: 'mandate', thing: 'organisation-x' },
      { hold: 'archives', thing: 'sitting-may', from: '2026-05-09' },
      { hold: 'de-minimis', thing: 'organisation-x', from: '2026-05-04' },
    ]));

  it('is nothing where the log never speaks of them', () =>
    expect(tracesOf('pilot', seen('project-a', 'grant-awarded', {}))).toEqual({ traces: [], isNamed: false }));
});
