import { describe, expect, it } from 'vitest';
import { call } from '../../call/call.ts';
import { AwardReturned } from '../../call/selection.ts';
import { on } from '../../kernel/command.ts';
import { by } from '../../kernel/testing/given-when-then.ts';
import { processView } from '../../process/process-view.ts';
import { agreed, agreementText, running } from '../../testing/agreement-stories.ts';
import { awarded, inPilot, returned, selected, shares } from '../../testing/stories.ts';
import { AgreementTerminated } from '../agreement/agreement.ts';
import { signAgreement } from '../agreement/sign-agreement.ts';
import { GateDecided } from '../phases/phases.ts';
import { project } from '../project.ts';
import { announceWithdrawal } from './announce-withdrawal.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { dropWithdrawal } from './drop-withdrawal.ts';
import { GrantAwarded } from './funding.ts';
import { withdrawAward } from './withdraw-award.ts';
import { AwardWithdrawn, WithdrawalAnnounced, WithdrawalAnswered, WithdrawalDropped } from './withdrawal.ts';

const administrator = by('administrator');
const second = by('second');
const hanna = by('hanna');
const reasons = 'The partner has left.';
const notKept = { ground: 'conditions-not-kept', reasons } as const;
const unlawful = { ground: 'unlawful', reasons } as const;
const answer = { answer: 'Another partner has joined.' };
/** Announced on 20 May 2027: the holder can answer until 4 June. */
const announced = awarded.at('2027-05-20T10:00:00Z').and(WithdrawalAnnounced(notKept));
const heard = announced.and(WithdrawalAnswered(answer));
/** The first instant after the hearing. */
const hearingOver = '2027-06-04T22:00:00Z';

describe('announce-withdrawal', () => {
  it('tells the holder why the award is to be taken back', () =>
    awarded.when(announceWithdrawal, administrator, notKept).decides(WithdrawalAnnounced(notKept)));

  it('is possible while an agreement is in force', () =>
    running.when(announceWithdrawal, administrator, notKept).decides(WithdrawalAnnounced(notKept)));

  it('needs an award, and a project that is not closing', async () => {
    await selected.when(announceWithdrawal, administrator, notKept).refuses('no-award-to-withdraw', { stage: 'selected' });
    const closing = inPilot.and(GateDecided({ outcome: 'exit-with-shared-results', from: 'pilot', conditions: [], reasons }));
    await closing.when(announceWithdrawal, administrator, notKept).refuses('no-award-to-withdraw', { stage: 'closing' });
  });

  it('is done once', () => announced.when(announceWithdrawal, administrator, notKept).refuses('withdrawal-already-announced'));

  it('comes within four months where the award was unlawful', async () => {
    await awarded.at('2027-09-03T21:59:59Z').when(announceWithdrawal, administrator, unlawful).decides(WithdrawalAnnounced(unlawful));
    await awarded
      .at('2027-09-03T22:00:00Z')
      .when(announceWithdrawal, administrator, unlawful)
      .refuses('withdrawal-too-late', { lastDay: '2027-09-03' });
  });

  it('has no limit in time where its conditions are not kept', () =>
    awarded.at('2028-09-03T22:00:00Z').when(announceWithdrawal, administrator, notKept).decides(WithdrawalAnnounced(notKept)));
});

describe('answer-withdrawal', () => {
  it('is how the holder is heard', () => announced.when(answerWithdrawal, hanna, answer).decides(WithdrawalAnswered(answer)));

  it('is given once', () => heard.when(answerWithdrawal, hanna, answer).refuses('withdrawal-already-answered'));

  it('answers something', async () => {
    await awarded.when(answerWithdrawal, hanna, answer).refuses('no-withdrawal-announced');
    await announced.and(WithdrawalDropped({ reasons })).when(answerWithdrawal, hanna, answer).refuses('no-withdrawal-announced');
  });
});

describe('drop-withdrawal', () => {
  it('lets the award stand, and the agreement can be signed again', async () => {
    const signature = { signedOn: '2027-05-20', parties: ['Région', 'Les Ateliers de Nulle-Part'] };
    await announced.when(signAgreement, administrator, signature).refuses('withdrawal-pending');
    const dropping = announced.when(dropWithdrawal, administrator, { reasons });
    await dropping.decides(WithdrawalDropped({ reasons }));
    const signed = await (await dropping.after()).when(signAgreement, administrator, signature).after();
    expect(signed.state(project).agreement).toBeDefined();
  });

  it('is not needed after a new award', async () => {
    const anew = announced.and(GrantAwarded({ amount: 10_000_000, shares: [...shares] }));
    await anew.when(dropWithdrawal, administrator, { reasons }).refuses('no-withdrawal-announced');
  });

  it('drops something', () => awarded.when(dropWithdrawal, administrator, { reasons }).refuses('no-withdrawal-announced'));
});

describe('withdraw-award', () => {
  const withdrawn = AwardWithdrawn(notKept);

  it('takes the award back before signature: the project is refused and the money returns', async () => {
    const asked = heard.when(withdrawAward, second, { reasons });
    await asked.decides(withdrawn, on('call-spring', returned('award-withdrawn')));
    const after = await asked.after();
    expect(after.state(project)).toMatchObject({ stage: 'refused', outcome: { current: { kind: 'refused' } } });
    expect(after.state(call, 'call-spring').committed).toEqual({ region: 0, esf: 0 });
  });

  it('waits for the answer, or until the time to answer is over', async () => {
    await announced.at('2027-06-04T21:59:59Z').when(withdrawAward, second, { reasons }).refuses('hearing-not-over', { lastDay: '2027-06-04' });
    await announced
      .at(hearingOver)
      .when(withdrawAward, second, { reasons })
      .decides(withdrawn, on('call-spring', returned('award-withdrawn')));
  });

  it('is decided by another person than the one who announced it', () =>
    heard.when(withdrawAward, administrator, { reasons }).refuses('second-person-needed'));

  it('follows an announcement', () => awarded.when(withdrawAward, second, { reasons }).refuses('no-withdrawal-announced'));

  it('of an unlawful award comes within four months of it', async () => {
    const late = awarded.at('2027-08-30T10:00:00Z').and(WithdrawalAnnounced(unlawful), WithdrawalAnswered(answer));
    await late
      .at('2027-09-03T21:59:59Z')
      .when(withdrawAward, second, { reasons })
      .decides(AwardWithdrawn(unlawful), on('call-spring', returned('award-withdrawn')));
    await late.at('2027-09-03T22:00:00Z').when(withdrawAward, second, { reasons }).refuses('withdrawal-too-late', { lastDay: '2027-09-03' });
  });

  it('for conditions that are not kept has no limit in time', () =>
    heard
      .at('2028-01-03T10:00:00Z')
      .when(withdrawAward, second, { reasons })
      .decides(withdrawn, on('call-spring', returned('award-withdrawn'))));

  it('ends an agreement in force: the project closes, and only money of phases to come returns at once', async () => {
    const plan = agreementText.plan.filter(({ phase }) => phase === 'concept');
    const back = [
      { funder: 'region', amount: 4_800_000 },
      { funder: 'esf', amount: 3_200_000 },
    ];
    const asked = running.and(WithdrawalAnnounced(notKept), WithdrawalAnswered(answer)).when(withdrawAward, second, { reasons });
    await asked.decides(
      AwardWithdrawn({ ...notKept, afterSignature: true }),
      AgreementTerminated({ cause: 'award-withdrawn', reasons, plan, returned: back }),
      on('call-spring', AwardReturned({ application: 'repair', shares: back, because: 'award-withdrawn' })),
    );
    expect((await asked.after()).state(project)).toMatchObject({ stage: 'closing', withdrawal: {}, agreement: { amount: 2_000_000 } });
  });

  it('before the first phase returns all of it', async () => {
    const asked = agreed.and(WithdrawalAnnounced(notKept), WithdrawalAnswered(answer)).when(withdrawAward, second, { reasons });
    await asked.decides(
      AwardWithdrawn({ ...notKept, afterSignature: true }),
      AgreementTerminated({ cause: 'award-withdrawn', reasons, plan: [], returned: [...shares] }),
      on('call-spring', returned('award-withdrawn')),
    );
    expect((await asked.after()).state(project).stage).toBe('closing');
  });
});

describe('what is due on a withdrawal', () => {
  const due = async (world: typeof announced) =>
    (await processView('project', 'repair', world.load)).obligations
      .filter(({ kind }) => kind.endsWith('withdrawal'))
      .map(({ kind, for: who, due: at }) => ({ kind, who, at }));
  const deciding = (at: string) => ({ kind: 'decide-withdrawal', who: { role: 'administrator' }, at });

  it('is the holder’s answer in 15 days, and the decision after as many again', async () =>
    expect(await due(announced)).toEqual([
      { kind: 'answer-withdrawal', who: { person: 'hanna' }, at: hearingOver },
      deciding('2027-06-19T22:00:00Z'),
    ]));

  it('is only the decision once the holder has answered', async () => expect(await due(heard)).toEqual([deciding('2027-06-19T22:00:00Z')]));

  it('is no later than the four months for an unlawful award', async () => {
    const late = awarded.at('2027-08-30T10:00:00Z').and(WithdrawalAnnounced(unlawful), WithdrawalAnswered(answer));
    expect(await due(late)).toEqual([deciding('2027-09-03T22:00:00Z')]);
  });

  it('is nothing once it was dropped', async () => expect(await due(heard.and(WithdrawalDropped({ reasons })))).toEqual([]));
});
