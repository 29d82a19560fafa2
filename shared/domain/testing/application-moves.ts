import type { AnyCommand } from '../kernel/command.ts';
import { by, type World } from '../kernel/testing/given-when-then.ts';
import { acknowledgeReceipt } from '../project/application/acknowledge-receipt.ts';
import { addMember } from '../project/application/add-member.ts';
import { awaitedSupplement, isBeforeTheAuthority } from '../project/application/answer.ts';
import { answerSupplement } from '../project/application/answer-supplement.ts';
import { attachPiece } from '../project/application/attach-piece.ts';
import { closeSupplement } from '../project/application/close-supplement.ts';
import { confirmCompleteness } from '../project/application/confirm-completeness.ts';
import { removeMember } from '../project/application/remove-member.ts';
import { removePiece } from '../project/application/remove-piece.ts';
import { requestSupplement } from '../project/application/request-supplement.ts';
import { withdrawApplication } from '../project/application/withdraw-application.ts';
import { type Project, project } from '../project/project.ts';
import { pieceOf } from './application-stories.ts';
import type { Move } from './move.ts';

type Asked = readonly [command: AnyCommand, who: string, data?: unknown];

/** What people would now and then try with the file of an application: few of them, so that histories still get far. */
export function applicationMoves(world: World, id: string, chance: number): Move[] {
  const subject = `project-${id}`;
  const state = world.state(project, subject);
  const holder = `holder-${id}`;
  const asked = [...fileMoves(state, holder, chance), ...intakeMoves(state, holder, chance), ...withdrawals(state, holder, chance)];
  return asked.map(([command, who, data = {}]) => ({ subject, command, actor: by(who), data }));
}

function fileMoves({ stage, pieces, consortium }: Project, holder: string, chance: number): Asked[] {
  if (stage !== 'draft' || chance % 4 !== 0) return [];
  const piece = pieceOf('statutes');
  const lead = { member: 'school', name: 'École des métiers de Nulle-Part', role: 'lead' };
  return [
    pieces.length === 0 ? [attachPiece, holder, piece] : [removePiece, holder, { kind: piece.kind, hash: piece.file.hash }],
    consortium.length === 0 ? [addMember, holder, lead] : [removeMember, holder, { member: lead.member }],
  ];
}

function intakeMoves(state: Project, holder: string, chance: number): Asked[] {
  if (!isBeforeTheAuthority(state)) return [];
  const { intake, pieces, stage } = state;
  const awaited = awaitedSupplement(state);
  if (awaited) {
    if (chance % 7 === 0) return [[closeSupplement, 'administrator', { reasons: 'Found elsewhere.' }]];
    const attached = pieces.some(({ supplement }) => supplement === awaited.supplement);
    return [attached ? [answerSupplement, holder] : [attachPiece, holder, pieceOf('accounts', awaited.supplement)]];
  }
  return [
    ...(intake.acknowledged || chance % 3 !== 0 ? [] : [[acknowledgeReceipt, 'administrator'] as const]),
    ...(intake.complete || stage !== 'submitted' || chance % 4 !== 1 ? [] : [[confirmCompleteness, 'administrator'] as const]),
    ...(intake.supplements.length < 2 && chance % 6 === 2
      ? [[requestSupplement, 'administrator', { pieces: ['accounts'], information: [] }] as const]
      : []),
  ];
}

function withdrawals(state: Project, holder: string, chance: number): Asked[] {
  const possible = isBeforeTheAuthority(state) || state.stage === 'draft' || (state.stage === 'agreement' && !state.agreement);
  return possible && chance % 43 === 0 ? [[withdrawApplication, holder]] : [];
}
