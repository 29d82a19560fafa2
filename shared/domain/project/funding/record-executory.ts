import { z } from 'zod';
import { today } from '../../call/call.ts';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Day } from '../../kernel/time.ts';
import { projectCommand } from '../project.ts';
import { isOver } from '../stage.ts';
import { ActMadeExecutory } from './funding.ts';

export const recordExecutory = projectCommand({
  name: 'record-executory',
  says: { en: 'Record that the act is executory', fr: 'Constater le caractère exécutoire' },
  about:
    'Records that the act by which a funder granted is executory: the day on which the State’s representative received it, and the day on which it was made public or notified as well (CGCT L4141-1 for a Region).',
  data: z.strictObject({ funder: ThingId, transmittedOn: Day, executoryOn: Day }),
  example: { funder: 'region', transmittedOn: '2027-06-14', executoryOn: '2027-06-15' },
  refuses: ['funding-not-granted', 'act-already-executory', 'act-dates-out-of-order'],

  decide({ stage, funding: { decided, granted } }, { data, at }, known) {
    const { funder, transmittedOn, executoryOn } = data;
    const grant = granted[funder];
    if (isOver(stage) || decided[funder] !== 'granted' || !grant) return refuse('funding-not-granted', { funder });
    if (grant.executoryOn) return refuse('act-already-executory', { funder, executoryOn: grant.executoryOn });
    const decidedOn = grant.act?.decidedOn ?? transmittedOn;
    const inOrder = decidedOn <= transmittedOn && transmittedOn <= executoryOn && executoryOn <= today(known, at);
    return inOrder ? ActMadeExecutory(data) : refuse('act-dates-out-of-order', { decidedOn, transmittedOn, executoryOn });
  },
});
