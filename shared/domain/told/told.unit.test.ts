import { describe, expect, it } from 'vitest';
import { decisionTypes } from '../catalogue.ts';
import { decisionsTold } from './decisions-told.ts';

const types = new Set(decisionTypes().map(({ type }) => type.type));

describe('the words of decisions', () => {
  it('are there for each', () => expect([...types].filter((type) => !Object.hasOwn(decisionsTold, type))).toEqual([]));

  it('name none that does not exist', () => expect(Object.keys(decisionsTold).filter((type) => !types.has(type))).toEqual([]));

  it('never call an end a failure', () => {
    for (const { en, fr } of Object.values(decisionsTold)) expect(`${en} ${fr}`).not.toMatch(/fail|échec|échou/i);
  });
});
