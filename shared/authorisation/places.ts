import { AUTHORITY, authorityDay, call, dayOf, organisation, type People, programme, project } from '@jalon/domain';
import type { Question } from './question.ts';
import { stateAs } from './state.ts';

/** Where roles are held that count on a thing, and which day it is there. */
export interface Place {
  readonly people: People;
  readonly day: string;
}

type About = Pick<Question, 'kind' | 'id' | 'state' | 'known' | 'at'>;

/** What is of the whole tenant is of no programme. */
const ofTheTenant: readonly string[] = [organisation.name, 'journal'];

/** The places whose roles count on a thing: the authority, and where they are known the programme and the call that it belongs to. */
export function placesOf(about: About): readonly Place[] {
  return [authorityOf(about), ...programmeOf(about), ...callOf(about)].filter((place) => place !== undefined);
}

function authorityOf({ kind, id, state, known, at }: About): Place | undefined {
  const day = authorityDay(at);
  if (known.authority) return { people: known.authority, day };
  return kind === organisation.name && id === AUTHORITY ? { people: stateAs(organisation, state), day } : undefined;
}

function programmeOf({ kind, state, known, at }: About): readonly Place[] {
  if (ofTheTenant.includes(kind)) return [];
  const here = known.programme ?? (kind === programme.name ? stateAs(programme, state) : undefined);
  return here ? [{ people: here, day: dayOf(at, here.identity.timeZone) }] : [];
}

function callOf({ kind, state, known, at }: About): readonly Place[] {
  const here = kind === call.name ? stateAs(call, state) : kind === project.name ? known.call : undefined;
  return here ? [{ people: here, day: dayOf(at, (known.programme ?? programme.initial).identity.timeZone) }] : [];
}
