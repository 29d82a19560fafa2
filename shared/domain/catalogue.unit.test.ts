import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands, decisionTypes, findCommand, kinds } from './catalogue.ts';
import { keepers } from './process/keepers.ts';
import { refusals } from './refusals.ts';

const path = ({ kind, name }: { readonly kind: string; readonly name: string }) => `${kind}/${name}`;

describe('the catalogue', () => {
  it.each(commands.map((command) => [path(command), command] as const))('%s has an example that can be asked as it is', (_, { data, example }) => {
    expect(data.safeParse(example).error).toBeUndefined();
  });

  it.each(commands.map((command) => [path(command), command] as const))('%s accepts no field that it does not know', (_, { data, example }) => {
    expect(data.safeParse({ ...example, surplus: true }).success).toBe(false);
  });

  it.each(commands.map((command) => [path(command), command] as const))('%s has a shape that can be told in JSON Schema', (_, { data }) => {
    expect(z.toJSONSchema(data, { io: 'input', unrepresentable: 'throw' }).type).toBe('object');
  });

  it('finds each command by its kind and name, and has none twice', () => {
    expect(new Set(commands.map(path)).size).toBe(commands.length);
    for (const command of commands) expect(findCommand(command.kind, command.name)).toBe(command);
    expect(findCommand('project', 'destroy')).toBeUndefined();
  });

  it('knows the kind of stream of every command', () => {
    expect(commands.map(({ kind }) => kind).filter((kind) => !(kind in kinds))).toEqual([]);
  });

  it('says every command in both languages, in words of its own', () => {
    for (const kind of Object.keys(kinds)) {
      const ofKind = commands.filter((command) => command.kind === kind);
      expect(new Set(ofKind.map(({ says }) => says.fr)).size).toBe(ofKind.length);
      expect(new Set(ofKind.map(({ says }) => says.en)).size).toBe(ofKind.length);
    }
  });

  it('tells every type of decision in JSON Schema', () => {
    for (const { type } of decisionTypes()) expect(z.toJSONSchema(type.data, { unrepresentable: 'throw' }).type).toBe('object');
  });
});

describe('refusals', () => {
  it('are all given by some command', () => {
    const given = new Set(commands.flatMap(({ refuses }) => [...refuses]));
    expect(Object.keys(refusals).filter((code) => !given.has(code))).toEqual([]);
  });

  it('name the same details in both languages', () => {
    const details = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { en, fr } of Object.values(refusals)) expect(details(fr)).toEqual(details(en));
  });
});

describe('the workflows', () => {
  it('each keep some kind of obligation', () =>
    expect(new Set(Object.values(keepers))).toEqual(new Set(['project-journey', 'srl-reviews', 'call-lifecycle', 'committee-sitting'])));
});
