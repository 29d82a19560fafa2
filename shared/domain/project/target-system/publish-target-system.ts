import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { Prose } from '../../kernel/words.ts';
import { projectCommand } from '../project.ts';
import { isDescribable } from '../stage.ts';
import { targetSystemDifferences } from './differences.ts';
import { missingIn, type TargetSystem } from './document.ts';
import { TargetSystemPublished } from './target-system.ts';

/** Whether two versions say the same. */
function isSame(before: TargetSystem, after: TargetSystem): boolean {
  const { texts, ...parts } = targetSystemDifferences(before, after);
  return texts.length === 0 && Object.values(parts).every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0);
}

export const publishTargetSystem = projectCommand({
  name: 'publish-target-system',
  says: { en: 'Publish a version of the target system', fr: 'Publier une version du système social cible' },
  about: 'Makes what is written a numbered version that stakeholders talk over. It has to be whole and to say something new.',
  data: z.strictObject({ note: Prose.optional() }),
  example: { note: 'As talked over with the municipalities.' },
  refuses: ['not-describable', 'target-system-incomplete', 'target-system-unchanged'],

  decide({ stage, targetSystem: { draft, published } }, { data }) {
    if (!isDescribable(stage)) return refuse('not-describable', { stage });
    const missing = missingIn(draft);
    if (missing.length > 0) return refuse('target-system-incomplete', { missing });
    if (published && isSame(published.system, draft)) return refuse('target-system-unchanged', { version: published.version });
    return TargetSystemPublished({ ...data, version: (published?.version ?? 0) + 1, system: draft });
  },
});
