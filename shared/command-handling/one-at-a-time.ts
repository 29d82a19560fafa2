/**
 * Runs tasks of the same name one after another, in the order in which they came: commands of one thing do not conflict with each other inside a
 * process. Between processes the log's versions decide.
 */
export class OneAtATime {
  readonly #last = new Map<string, Promise<void>>();

  async run<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(name);
    const { promise: done, resolve } = Promise.withResolvers<void>();
    this.#last.set(name, done);
    try {
      await before;
      return await task();
    } finally {
      resolve();
      if (this.#last.get(name) === done) this.#last.delete(name);
    }
  }
}
