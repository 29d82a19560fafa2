import { InvalidArgumentError } from 'commander';

/** `name=value`, collected over all times that an option is given. */
export function assigned<Value>(read: (text: string) => Value) {
  return (text: string, before: Readonly<Record<string, Value>> = {}): Readonly<Record<string, Value>> => {
    const at = text.indexOf('=');
    if (at < 1) throw new InvalidArgumentError('It has to be <name>=<value>.');
    return { ...before, [text.slice(0, at)]: read(text.slice(at + 1)) };
  };
}

export function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`"${text}" is no number.`);
  return value;
}

export function whole(text: string): number {
  const value = number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError(`"${text}" is no whole number.`);
  return value;
}

/** The least mark of a criterion, or `none`. */
export const markOrNone = (text: string): number | null => (text === 'none' ? null : number(text));

export const list = (text: string): readonly string[] => text.split(',').map((one) => one.trim());

export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
