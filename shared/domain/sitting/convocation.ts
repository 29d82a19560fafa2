import { z } from 'zod';
import { PersonId, ThingId } from '../kernel/actor.ts';
import { decision, type Moment, momentOf } from '../kernel/decision.ts';
import { facet } from '../kernel/facet.ts';
import { Instant } from '../kernel/time.ts';
import { Prose } from '../kernel/words.ts';
import { Question } from '../project/avis/avis.ts';

/** A deliberative voice (voix délibérative) votes, a consultative one (voix consultative) is heard. */
export const Voice = z.enum(['deliberative', 'consultative']);
export type Voice = z.output<typeof Voice>;

/** What the committee is asked about one project. */
export const Item = z.strictObject({ item: ThingId, project: ThingId, question: Question });
export type Item = Readonly<z.output<typeof Item>>;

/** Who is convened, when, and to what agenda (convocation et ordre du jour). */
export const Convening = z.strictObject({
  programme: ThingId,
  call: ThingId.optional(),
  heldAt: Instant,
  members: z
    .array(z.strictObject({ person: PersonId, voice: Voice }))
    .min(1)
    .max(100),
  chair: PersonId,
  items: z.array(Item).min(1).max(200),
});

export const SittingConvened = decision('sitting-convened', 1, Convening);
/** No quorum, or not finished: it goes on at another instant. Who was there, and the votes on what is not concluded, count no more. */
export const SittingAdjourned = decision('sitting-adjourned', 1, z.strictObject({ heldAt: Instant, reasons: Prose }));
export const SittingCancelled = decision('sitting-cancelled', 1, z.strictObject({ reasons: Prose }));

export interface Convocation {
  readonly programme: string;
  readonly call?: string | undefined;
  readonly heldAt: string;
  /** The voice of each member. */
  readonly members: Readonly<Record<string, Voice>>;
  readonly chair: string;
  readonly items: readonly Item[];
  /** The decision that last set the instant. */
  readonly set?: Moment;
}

const blank: Convocation = { programme: '', heldAt: '0001-01-01T00:00:00Z', members: {}, chair: '', items: [] };

export const convocation = facet(blank, [SittingConvened, SittingAdjourned], {
  'sitting-convened': (_, { members, ...convened }, happened) => ({
    ...convened,
    members: Object.fromEntries(members.map(({ person, voice }) => [person, voice])),
    set: momentOf(happened),
  }),
  'sitting-adjourned': (all, { heldAt }, happened) => ({ ...all, heldAt, set: momentOf(happened) }),
});

export const itemOf = ({ items }: Pick<Convocation, 'items'>, item: string): Item | undefined => items.find((one) => one.item === item);

/** The members who vote. */
export const votingMembers = ({ members }: Pick<Convocation, 'members'>): readonly string[] =>
  Object.keys(members).filter((person) => members[person] === 'deliberative');
