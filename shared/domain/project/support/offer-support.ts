import { z } from 'zod';
import { ThingId } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { Phase } from '../../programme/policy.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { NeedKind } from './kinds.ts';
import { SupportOffered } from './support.ts';

export const offerSupport = projectCommand({
  name: 'offer-support',
  says: { en: 'Offer support', fr: 'Proposer un accompagnement' },
  about: 'Says what support the programme offers the project, for which of its needs, and in which phase it can be taken up.',
  data: z.strictObject({ offer: ThingId, kind: NeedKind, detail: Prose, need: ThingId.optional(), phase: Phase.optional() }),
  example: { offer: 'method-days', kind: 'method', detail: 'Five days of a method workshop.', phase: 'concept' },
  refuses: ['project-not-running', 'support-already-offered', 'need-not-open'],

  decide({ stage, support }, { data }) {
    if (!isRunning(stage) && stage !== 'agreement') return refuse('project-not-running', { stage });
    if (support.offers[data.offer]) return refuse('support-already-offered', { offer: data.offer });
    if (data.need !== undefined) {
      const stated = support.needs[data.need];
      if (!stated || stated.ended) return refuse('need-not-open', { need: data.need });
    }
    return SupportOffered(data);
  },
});
