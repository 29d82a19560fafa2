import { findCommand } from '@jalon/domain';
import { expect, it } from 'vitest';
import { consequential } from './step-up.ts';

it.each(consequential)('%s is a command', (name) => {
  const [kind = '', command = ''] = name.split('/');
  expect(findCommand(kind, command)).toBeDefined();
});
