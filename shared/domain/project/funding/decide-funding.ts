import { z } from 'zod';
import { AwardReturned } from '../../call/selection.ts';
import { ThingId } from '../../kernel/actor.ts';
import { on } from '../../kernel/command.ts';
import { refuse } from '../../kernel/refusal.ts';
import { streamOf } from '../../kernel/stream-kind.ts';
import { Prose } from '../../kernel/words.ts';
import { totalOf } from '../../programme/shares.ts';
import { projectCommand } from '../project.ts';
import { FundingDeclined, FundingGranted, GrantAwarded } from './funding.ts';

export const decideFunding = projectCommand({
  name: 'decide-funding',
  says: { en: 'Decide the funding', fr: 'Décider du financement' },
  about:
    'A funder decides for its own share of a selected project. When the last has granted, the award is whole and the agreement can be signed; when one declines, with reasons, the project ends and the money returns to the envelope.',
  data: z.strictObject({ funder: ThingId, outcome: z.enum(['granted', 'declined']), reasons: Prose.optional() }),
  example: { funder: 'region', outcome: 'granted' },
  refuses: ['funding-not-awaited', 'not-its-funder', 'funding-already-decided', 'reasons-missing'],

  decide({ stage, application, selected, funding }, { id, data: { funder, outcome, reasons } }) {
    if (stage !== 'selected' || !selected) return refuse('funding-not-awaited', { stage });
    const { shares } = selected;
    const share = shares.find((asked) => asked.funder === funder);
    if (!share) return refuse('not-its-funder', { funder });
    if (funding.decided[funder]) return refuse('funding-already-decided', { funder });
    if (outcome === 'declined') {
      if (reasons === undefined) return refuse('reasons-missing');
      const returned = AwardReturned({ application: id, shares: [...shares], because: 'funding-declined' });
      return [FundingDeclined({ ...share, reasons }), on(streamOf('call', application.call), returned)];
    }
    const last = shares.every((asked) => asked.funder === funder || funding.decided[asked.funder] === 'granted');
    return [FundingGranted(share), ...(last ? [GrantAwarded({ amount: totalOf(shares), shares: [...shares] })] : [])];
  },
});
