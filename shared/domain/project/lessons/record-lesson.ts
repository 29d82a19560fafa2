import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { LessonContent, LessonRecorded } from './lessons.ts';

export const recordLesson = projectCommand({
  name: 'record-lesson',
  says: { en: 'Record a lesson', fr: 'Consigner un enseignement' },
  about:
    'Writes down what was learned, alone or together, in the phase that the project is in and where there is one from which hypothesis. It can be written anew until it is published.',
  data: LessonContent,
  example: {
    lesson: 'known-places',
    scope: 'collective',
    title: 'A known place first',
    text: 'Inhabitants come to a place that they know before they come for equipment.',
    tags: ['repair', 'third-places'],
    for: ['project-holders', 'public-authorities'],
  },
  refuses: ['project-not-running', 'lesson-published', 'hypothesis-unknown'],

  decide({ stage, phases: { current }, lessons, experiment }, { data }) {
    const { lesson, hypothesis: from } = data;
    if (!isRunning(stage) || !current) return refuse('project-not-running', { stage });
    if (lessons[lesson] === 'published') return refuse('lesson-published', { lesson });
    if (from && !experiment.protocols[from.protocol]?.hypotheses[from.hypothesis])
      return refuse('hypothesis-unknown', { hypotheses: [from.hypothesis] });
    return LessonRecorded({ ...data, phase: current });
  },
});
