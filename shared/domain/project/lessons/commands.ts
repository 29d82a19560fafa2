import type { AnyCommand } from '../../kernel/command.ts';
import { publishLesson } from './publish-lesson.ts';
import { recordLesson } from './record-lesson.ts';
import { withdrawLesson } from './withdraw-lesson.ts';

export const lessonsCommands: readonly AnyCommand[] = [recordLesson, publishLesson, withdrawLesson];
