import { type ObligationKind, stepToTake } from '@jalon/domain/pure';
import type { Act, Due, Kept } from './contract.ts';

const HOUR = 3_600_000;

/** A step that was not recorded, and the instant (ms since 1970) at which it is tried again. */
interface Parked {
  readonly until: number;
  readonly reason: string;
}

/** The next act on an obligation, and its instant (ms since 1970). */
export interface Entry {
  readonly due: Due;
  readonly at: number;
  readonly act: Act;
}

const keyOf = ({ obligation, step }: Act): string => `${obligation} ${step.command} ${step.at}`;

/** What the process will do next on a thing, and which of its acts were refused and wait. */
export class Agenda {
  readonly #parked = new Map<string, Parked>();
  #due: readonly Due[] = [];
  #version = 0;

  /** Takes what is due now. A new version of the thing gives every refused act another try. */
  update(version: number, due: readonly Due[]): void {
    if (version !== this.#version) this.#parked.clear();
    this.#version = version;
    this.#due = due;
  }

  /** Puts a refused act off by an hour: the log has to move first, on the thing itself or on what it rests on. */
  park(act: Act, reason: string, now: number): void {
    this.#parked.set(keyOf(act), { until: now + HOUR, reason });
  }

  /** The earliest act on obligations of these kinds; undefined where everything waits for a person. */
  earliest(kinds: readonly ObligationKind[], now: number): Entry | undefined {
    const entries = this.#due.filter(({ kind }) => kinds.includes(kind)).flatMap((due) => this.#next(due, now) ?? []);
    return entries.sort((a, b) => a.at - b.at)[0];
  }

  /** The earliest due date (ms since 1970) of obligations of these kinds. */
  nextDue(kinds: readonly ObligationKind[]): number | undefined {
    const dates = this.#due.filter(({ kind }) => kinds.includes(kind)).map(({ due }) => Date.parse(due));
    return dates.length > 0 ? Math.min(...dates) : undefined;
  }

  /** The obligations of these kinds, each with its next act. */
  keeps(kinds: readonly ObligationKind[], now: number): readonly Kept[] {
    return this.#due
      .filter(({ kind }) => kinds.includes(kind))
      .map((due): Kept => {
        const entry = this.#next(due, now);
        const blocked = this.#refusalOf(due, now);
        return {
          id: due.id,
          kind: due.kind,
          ...(entry && { next: { command: entry.act.step.command, at: new Date(entry.at).toISOString() } }),
          ...(blocked !== undefined && { blocked }),
        };
      });
  }

  /** Of the overdue steps only the newest is taken; while that one is parked, the next to come is the retry or the step after it. */
  #next(due: Due, now: number): Entry | undefined {
    const overdue = stepToTake(due, new Date(now).toISOString());
    const toCome = due.steps[overdue ? due.steps.indexOf(overdue) + 1 : 0];
    const coming = toCome && { due, at: Date.parse(toCome.at), act: { obligation: due.id, step: toCome } };
    if (!overdue) return coming;
    const act = { obligation: due.id, step: overdue };
    const parked = this.#parked.get(keyOf(act));
    const again = { due, at: Math.max(Date.parse(overdue.at), parked?.until ?? 0), act };
    return parked && coming && coming.at < again.at ? coming : again;
  }

  #refusalOf(due: Due, now: number): string | undefined {
    const overdue = stepToTake(due, new Date(now).toISOString());
    return overdue && this.#parked.get(keyOf({ obligation: due.id, step: overdue }))?.reason;
  }
}
