/** Something to wait for that may ring at any moment, also while nobody waits: the next wait then ends at once. */
export interface Alarm {
  ring(): void;
  /** Resolves when it rings, or after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

export function alarm(): Alarm {
  let rang = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async wait(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      rang = false;
    },
  };
}
