import type { Act, Acted, Activities, Due, Thing, View } from '../contract.ts';

/** A thing that does what a test says, in place of the log: the rules of the domain refuse no step for ever, and bring no thing through every stage. */
export class Pretended implements Activities {
  readonly acts: { readonly at: number; readonly command: string; readonly obligation: string }[] = [];
  view: View = { version: 1, stage: 'closed', obligations: [], programme: 'breakthrough' };
  answer: (act: Act) => Acted = () => ({ version: this.view.version, refused: 'not-now' });
  readonly #now: () => Promise<number>;

  constructor(now: () => Promise<number>) {
    this.#now = now;
  }

  viewStream = async (): Promise<View> => this.view;
  act = async (_: Thing, act: Act): Promise<Acted> => {
    this.acts.push({ at: await this.#now(), command: act.step.command, obligation: act.obligation });
    return this.answer(act);
  };

  /** The log moves on. */
  moves(change: Partial<View> = {}): void {
    this.view = { ...this.view, ...change, version: this.view.version + 1 };
  }
}

/** Something that is due, with the steps that the process takes for it, at instants in milliseconds since 1970. */
export const dueWith = (kind: Due['kind'], ...steps: readonly (readonly [command: string, at: number])[]): Due => ({
  id: `${kind}:1`,
  kind,
  due: new Date(steps.at(-1)![1]).toISOString(),
  steps: steps.map(([command, at]) => ({ command, at: new Date(at).toISOString(), data: {} })),
});
