import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { AppealWindowClosed } from './appeal.ts';
import { appealWindow, isPast } from './standing.ts';

export const closeAppealWindow = projectCommand({
  name: 'close-appeal-window',
  says: { en: 'Record that the outcome is final', fr: 'Constater que la décision est définitive' },
  about: 'Records that the time to appeal is over: the refusal is final and the file is closed. The process does it.',
  data: z.strictObject({}),
  example: {},
  refuses: ['no-time-to-appeal-runs', 'time-to-appeal-not-over'],

  decide(state, { at }, { programme }) {
    const window = appealWindow(state, programme);
    const { current } = state.outcome;
    if (!window || !current) return refuse('no-time-to-appeal-runs', { stage: state.stage });
    const { lastDay } = window;
    if (!isPast(at, lastDay, programme)) return refuse('time-to-appeal-not-over', { lastDay });
    return AppealWindowClosed({ decision: current.decided.id, outcome: current.kind, lastDay });
  },
});
