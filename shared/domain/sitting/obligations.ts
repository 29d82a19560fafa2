import type { Obligation } from '../kernel/obligation.ts';
import { countingFrom } from '../process/counting.ts';
import { obligation } from '../process/schedule.ts';
import type { Programme } from '../programme/programme.ts';
import type { Sitting } from './sitting.ts';

/** What is due on a sitting: that it is held at its instant, until its minutes are signed or it is given up. */
export function sittingObligations({ stage, convocation: { heldAt, set }, nudges }: Sitting, programme: Programme): readonly Obligation[] {
  if ((stage !== 'convened' && stage !== 'open') || !set) return [];
  const { usual } = countingFrom(set, programme);
  return [
    obligation({ kind: 'hold-sitting', since: set, for: { role: 'administrator' }, lastDay: heldAt, ...usual }, programme.identity.timeZone, nudges),
  ];
}
