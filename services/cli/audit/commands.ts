import type { Command } from 'commander';
import type { Answer, Progress } from '../answer.ts';
import { assigned, list, markOrNone, number, several, whole } from './options.ts';

export interface RedecideOptions {
  readonly programme?: string;
  readonly tenant?: string;
}

export interface WhatIfOptions {
  readonly weight?: Readonly<Record<string, number>>;
  readonly threshold?: Readonly<Record<string, number>>;
  readonly floor?: Readonly<Record<string, number | null>>;
  readonly tieBreak?: readonly string[];
  readonly leaveOut?: readonly string[];
  readonly envelope?: Readonly<Record<string, number>>;
  readonly tenant?: string;
}

export interface FirmnessOptions {
  readonly draws: number;
  readonly spread: number;
  readonly seed?: string;
  readonly tenant?: string;
}

/** What deciding again came to, and the exit code that says so. */
export interface Redecided extends Answer {
  readonly exitCode: number;
}

export interface FileOptions {
  readonly out?: string;
  readonly tenant?: string;
}

export interface AuditActions {
  redecide(options: RedecideOptions, progress: Progress): Promise<Redecided>;
  whatIf(call: string, options: WhatIfOptions): Promise<Answer>;
  firmness(call: string, options: FirmnessOptions, progress: Progress): Promise<Answer>;
  auditFile(project: string, options: FileOptions, progress: Progress): Promise<Answer>;
}

interface Speaking {
  readonly say: (answer: Answer) => void;
  readonly progress: Progress;
  readonly exit: (code: number) => void;
}

type Add = (jalon: Command, usage: string, summary: string, details: string) => Command;

const TENANT = ['--tenant <tenant>', 'whose log, where there are several'] as const;

/** `audit redecide`, `audit what-if`, `audit firmness`, `audit file`. */
export function addAudit(jalon: Command, add: Add, actions: AuditActions, speaking: Speaking): void {
  const audit = jalon
    .command('audit')
    .summary('question the decisions of a programme')
    .description('Question the decisions of a programme. Nothing is recorded.');
  addRedecide(audit, add, actions, speaking);
  addWhatIf(audit, add, actions, speaking);
  addFirmness(audit, add, actions, speaking);
  addFile(audit, add, actions, speaking);
}

function addRedecide(audit: Command, add: Add, actions: AuditActions, { say, progress, exit }: Speaking): void {
  add(
    audit,
    'redecide',
    'decide every decision again, and say where it comes out otherwise',
    'Goes back to just before each decision, asks again whether whoever took it might, and runs its rule on what was asked, under the policy then in force.\n\nExit codes: 0 all of them agree; 1 one differs, or it failed; 3 none differs, save by a rule or by policies that have changed since.\n\nExample: jalon audit redecide --programme demonstration',
  )
    .option('--programme <id>', 'only what belongs to a programme; else the whole tenant')
    .option(...TENANT)
    .action(async (options: RedecideOptions) => {
      const { exitCode, ...answer } = await actions.redecide(options, progress);
      say(answer);
      exit(exitCode);
    });
}

function addWhatIf(audit: Command, add: Add, actions: AuditActions, { say }: Speaking): void {
  add(
    audit,
    'what-if <call>',
    'show the selection that would follow from other weights, thresholds, reviewers or money',
    'Beside the real one, with the projects that move. What is not named stays as it is. Each option can be given several times.\n\nExample: jalon audit what-if exemple-2 --weight cooperation=20 --leave-out reviewer-1',
  )
    .option('--weight <criterion=points>', 'points that full marks bring', assigned(number))
    .option('--threshold <total|block=value>', 'the least total in points, or the least share of each block in hundredths', assigned(number))
    .option('--floor <criterion=mark>', 'the least mark of a criterion, or none', assigned(markOrNone))
    .option('--tie-break <criteria>', 'criteria that break a tie, in order, with commas between', list)
    .option('--leave-out <reviewer>', 'a reviewer whose reviews do not count', several)
    .option('--envelope <funder=cents>', 'what a funder puts in, in cents', assigned(whole))
    .option(...TENANT)
    .action(async (call: string, options: WhatIfOptions) => say(await actions.whatIf(call, options)));
}

function addFirmness(audit: Command, add: Add, actions: AuditActions, { say, progress }: Speaking): void {
  add(
    audit,
    'firmness <call>',
    'say how firm the selection of a call is',
    'How far each weight and each threshold may move before another is selected, whose absence among the reviewers would change it, and how often each application is selected when all weights and thresholds move a little by chance. The same seed gives the same shares.\n\nExample: jalon audit firmness exemple-2 --seed committee-2027',
  )
    .option('--draws <number>', 'how many draws the shares are counted over', whole, 1_000)
    .option('--spread <percent>', 'by how much a figure moves at most', number, 10)
    .option('--seed <text>', 'what the draws follow from; the id of the call unless said')
    .option(...TENANT)
    .action(async (call: string, options: FirmnessOptions) => say(await actions.firmness(call, options, progress)));
}

function addFile(audit: Command, add: Add, actions: AuditActions, { say, progress }: Speaking): void {
  add(
    audit,
    'file <project>',
    'write the audit file of a project, point by point of Annex XIII',
    'A folder with an index in French that opens and prints without Jalon: what Annex XIII of Regulation (EU) 2021/1060 asks to keep of a grant, each piece with its decision and the proof that it stands in the sealed log, the files that it refers to, and what is missing named. The folder is as confidential as the reviews in it.\n\nExample: jalon audit file val-fictif --out dossier-val-fictif',
  )
    .option('--out <folder>', 'where to write it; a new or empty folder')
    .option(...TENANT)
    .action(async (project: string, options: FileOptions) => say(await actions.auditFile(project, options, progress)));
}
