import { refuse } from '../../kernel/refusal.ts';
import { projectCommand } from '../project.ts';
import { isRunning } from '../stage.ts';
import { ResultsShared } from './phases.ts';

export const shareResults = projectCommand({
  name: 'share-results',
  says: { en: 'Share results', fr: 'Partager les résultats' },
  about:
    'Says where results of the project are published for everybody to find. At any time in a phase; due from the holder once the project closes.',
  data: ResultsShared.data,
  example: { results: [{ what: 'Protocol and observations of the first cycle.', where: 'https://example.org/protocole' }] },
  refuses: ['project-not-running'],

  decide({ stage }, { data }) {
    return isRunning(stage) ? ResultsShared(data) : refuse('project-not-running', { stage });
  },
});
