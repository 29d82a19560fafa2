/** What was worked out before, by its name; past a number of them the one unused for longest is forgotten. */
export class Remembered<Value> {
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a name, worked out where it is not remembered. What throws is not remembered. */
  of(name: string, workOut: () => Value): Value {
    const known = this.#values.get(name);
    const value = known ?? workOut();
    if (known !== undefined) this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#most) this.#forgetOldest();
    return value;
  }

  #forgetOldest(): void {
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }
}
