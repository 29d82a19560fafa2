import { commands, decisionsTold, decisionTypes, refusals, type Text } from '@jalon/domain';
import { type Answer, table } from '../answer.ts';

interface Entry extends Text {
  readonly name: string;
}

/** Everything that Jalon can decide, records and refuses, in both languages; with a word, only what has it in its name or its words. */
export function catalogueOf(word?: string): Answer {
  const found = {
    commands: matching(word, commands).map(({ kind, name, says, about, refuses }) => ({ name: `${kind}/${name}`, ...says, about, refuses })),
    decisions: only(word, decisionEntries()),
    refusals: only(
      word,
      Object.entries(refusals).map(([name, { status, fr, en }]) => ({ name, status, fr, en })),
    ),
  };
  const sections = Object.entries(found).flatMap(([title, entries]) => [
    `${title[0]!.toUpperCase()}${title.slice(1)} (${entries.length})`,
    ...table(
      ['name', 'English', 'French'],
      entries.map(({ name, en, fr }) => [name, en, fr]),
    ),
    '',
  ]);
  return { lines: sections, data: found };
}

function decisionEntries(): readonly Entry[] {
  return decisionTypes().map(({ kind, type }) => {
    const words = decisionsTold[type.type];
    if (!words) throw new Error(`The decision "${type.type}" has no words: add them in shared/domain/told.`);
    return { name: `${kind}/${type.type}`, ...words };
  });
}

const has = (word: string, ...texts: readonly string[]): boolean => texts.some((text) => text.toLowerCase().includes(word.toLowerCase()));

const only = <One extends Entry>(word: string | undefined, entries: readonly One[]): readonly One[] =>
  word === undefined ? entries : entries.filter(({ name, en, fr }) => has(word, name, en, fr));

const matching = (word: string | undefined, all: typeof commands): typeof commands =>
  word === undefined ? all : all.filter(({ kind, name, says, about }) => has(word, `${kind}/${name}`, says.en, says.fr, about));
