import { commands, decisionTypes, refusals } from '@jalon/domain';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';

describe('the catalogue', () => {
  it('prints every command, decision and refusal with its words', () => {
    const { lines } = catalogueOf();
    const told = lines.join('\n');
    for (const { kind, name, says } of commands) expect(told).toMatch(new RegExp(`^${kind}/${name} +${escaped(says.en)} +${escaped(says.fr)}$`, 'm'));
    for (const { kind, type } of decisionTypes()) expect(told).toMatch(new RegExp(`^${kind}/${type.type} +\\S`, 'm'));
    for (const [code, { en, fr }] of Object.entries(refusals)) expect(told).toMatch(new RegExp(`^${code} +${escaped(en)} +${escaped(fr)}$`, 'm'));
  });

  it('finds what has a word in it, in either language', () => {
    const { lines } = catalogueOf('jalon');
    const told = lines.join('\n');
    expect(told).toContain('project/report-milestone');
    expect(told).toContain('project/milestone-agreed');
    expect(told).not.toContain('call/draft-call');
  });

  it('says that there is nothing where nothing matches', () => expect(catalogueOf('zzz').lines).toContain('Commands (0)'));
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
