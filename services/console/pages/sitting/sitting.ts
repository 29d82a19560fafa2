import type { Answer } from '../../api/read.ts';

export type Sitting = Answer<'/v1/sittings/{id}'>;
export type Item = Sitting['items'][number];
export type Member = Sitting['members'][number];
export type Vote = Item['votes'][number]['on'];
export type Stage = Sitting['stage'];

/** The answers to a question, in the order in which they are shown. */
export const answers = ['favourable', 'with-reservations', 'adjourned', 'unfavourable', 'abstain'] as const satisfies readonly Vote[];
export const answerColours = {
  favourable: 'green',
  'with-reservations': 'yellow',
  adjourned: 'indigo',
  unfavourable: 'red',
  abstain: 'gray',
} as const;
export const stageColours = { convened: 'pine', open: 'green', held: 'indigo', cancelled: 'gray' } as const satisfies Record<Stage, string>;

/** A sitting as somebody looks at it, with the commands that they may ever take on it. */
export interface AgendaProps {
  readonly sitting: Sitting;
  readonly person: string;
  readonly may: (command: string) => boolean;
}

/** One item of it. */
export interface PointProps extends AgendaProps {
  readonly item: Item;
}

/** What keeps somebody from voting on an item; undefined where nothing does. */
export type NoVote = 'not-open' | 'concluded' | 'not-convened' | 'consultative' | 'not-attending' | 'recused' | 'interest';

export function whyNoVote({ stage, members }: Sitting, { item, concluded }: Item, person: string): NoVote | undefined {
  const member = members.find((one) => one.person === person);
  if (!member) return 'not-convened';
  if (concluded) return 'concluded';
  if (stage !== 'open') return 'not-open';
  if (member.voice === 'consultative') return 'consultative';
  if (member.recusedFrom.includes(item)) return 'recused';
  if (!member.attending) return 'not-attending';
  return member.disinterested ? undefined : 'interest';
}

/** What an item still waits for before it can be concluded; undefined where it can be. */
export type NotYet = 'quorum' | 'votes' | 'majority';

export function whyNotConcluded({ quorum, awaited, avis }: Item): NotYet | undefined {
  if (quorum.present < quorum.needed) return 'quorum';
  if (awaited.length > 0) return 'votes';
  return avis ? undefined : 'majority';
}

/** The members who gave somebody their voice and did not come themselves. */
export const giversTo = ({ members }: Sitting, person: string): readonly Member[] =>
  members.filter((one) => one.proxyTo === person && !one.attending);
