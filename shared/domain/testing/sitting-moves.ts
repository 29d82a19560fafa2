import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { addToDay, dayOf } from '../kernel/time.ts';
import { project } from '../project/project.ts';
import { adjournSitting } from '../sitting/adjourn-sitting.ts';
import { castVote } from '../sitting/cast-vote.ts';
import { concludeItem } from '../sitting/conclude-item.ts';
import { conveneSitting } from '../sitting/convene-sitting.ts';
import { declareNoInterest } from '../sitting/declare-no-interest.ts';
import { deliberatedOn } from '../sitting/deliberation.ts';
import { giveProxy } from '../sitting/give-proxy.ts';
import { openSitting } from '../sitting/open-sitting.ts';
import { recuse } from '../sitting/recuse.ts';
import { signMinutes } from '../sitting/sign-minutes.ts';
import { type Sitting, sitting } from '../sitting/sitting.ts';
import type { Move } from './move.ts';

const SITTING = 'sitting-april';
const VOTING = ['mia', 'max', 'mel', 'mo'];

const move = (command: AnyCommand, who: string, data: unknown = {}): Move => ({ subject: SITTING, command, actor: by(who), data });

/** A committee that sits on the applications under review, and gives its opinion on each. */
export function sittingMoves(world: World, ids: readonly string[], chance: number): Move[] {
  const state = world.state(sitting, SITTING);
  const heldAt = `${addToDay(dayOf(world.now, 'Europe/Paris'), 'P11D')}T12:00:00Z`;
  switch (state.stage) {
    case 'none': {
      const items = ids
        .filter((id) => world.state(project, `project-${id}`).stage === 'in-review')
        .map((id) => ({ item: id, project: id, question: 'selection' }));
      const members = VOTING.map((person) => ({ person, voice: 'deliberative' }));
      return items.length > 0
        ? [move(conveneSitting, 'administrator', { programme: 'breakthrough', call: 'spring', heldAt, members, chair: 'mia', items })]
        : [];
    }
    case 'convened':
      return [
        ...(chance % 9 === 0 ? [move(giveProxy, 'mo', { to: 'max' })] : []),
        ...(chance % 19 === 0 ? [move(recuse, 'mel', { item: state.convocation.items[0]?.item, nature: 'family' })] : []),
        ...(Date.parse(world.now) < Date.parse(state.convocation.heldAt) ? [] : [move(openSitting, 'mia', { attending: VOTING })]),
      ];
    case 'open':
      return chance % 29 === 0 ? [move(adjournSitting, 'mia', { heldAt, reasons: 'Late.' })] : openMoves(state, chance);
    default:
      return [];
  }
}

function openMoves({ convocation, presence, deliberation, minutes }: Sitting, chance: number): Move[] {
  const silent = VOTING.filter((member) => !presence.disinterested.includes(member));
  const item = convocation.items.map((one) => one.item).find((one) => !deliberatedOn(deliberation, one).concluded);
  if (item === undefined) return [move(signMinutes, minutes.length === 0 ? 'mia' : 'max')];
  const { votes } = deliberatedOn(deliberation, item);
  const reservations = chance % 2 === 0 ? [] : [{ reservation: 'lease', text: 'The lease is signed.' }];
  const on = ['favourable', 'with-reservations', 'favourable', 'unfavourable'][chance % 4];
  return [
    ...silent.map((member) => move(declareNoInterest, member)),
    ...VOTING.filter((member) => !votes[member] && !silent.includes(member)).map((member) => move(castVote, member, { item, on })),
    ...(Object.keys(votes).length > 2 ? [move(concludeItem, 'mia', { item, reservations })] : []),
  ];
}
