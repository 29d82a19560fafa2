import { describe, expect, it } from 'vitest';
import { by } from '../../kernel/testing/given-when-then.ts';
import { Policy } from '../../programme/policy.ts';
import { PolicyAdopted } from '../../programme/programme.ts';
import { incomplete, incompleteInReview, pieceOf } from '../../testing/application-stories.ts';
import { content } from '../../testing/samples.ts';
import { draftApplication, submitted } from '../../testing/stories.ts';
import { project } from '../project.ts';
import { ApplicationRevised, ApplicationSubmitted, DeclaredIneligible } from './application.ts';
import { attachPiece } from './attach-piece.ts';
import { SupplementAnswered } from './intake.ts';
import { PieceAttached, PieceRemoved } from './pieces.ts';
import { removePiece } from './remove-piece.ts';
import { submitApplication } from './submit-application.ts';

const hanna = by('hanna');
const statutes = pieceOf('statutes');
const reference = { kind: statutes.kind, hash: statutes.file.hash };

/** A draft, in a programme whose policy says this of applications. */
const underPolicy = (application: object) =>
  draftApplication.andOn(
    'programme-breakthrough',
    PolicyAdopted({ policyVersion: 1, inForceFrom: '2027-01-01', policy: Policy.parse({ application }) }),
  );

describe('attach-piece', () => {
  it('adds a file to a draft and says what it is', () =>
    draftApplication.when(attachPiece, hanna, statutes).decides(PieceAttached({ kind: 'statutes', file: statutes.file })));

  it('shows a file to those who judge unless another class is given', () => {
    const { confidentiality: _, ...file } = statutes.file;
    expect(attachPiece.data.parse({ kind: 'statutes', file }).file.confidentiality).toBe('assessors');
  });

  it('takes one file as two kinds of piece, and each once', async () => {
    const once = await draftApplication.when(attachPiece, hanna, statutes).after();
    await once.when(attachPiece, hanna, statutes).refuses('piece-already-attached', { name: 'statutes 1' });
    const twice = await once.when(attachPiece, hanna, { ...statutes, kind: 'other' }).after();
    expect(twice.state(project).pieces.map(({ kind }) => kind)).toEqual(['statutes', 'other']);
  });

  it('takes as many as the policy allows, and no more', async () => {
    const one = await underPolicy({ maxPieces: 2 }).when(attachPiece, hanna, statutes).after();
    const two = await one.when(attachPiece, hanna, pieceOf('accounts')).after();
    await two.when(attachPiece, hanna, pieceOf('budget')).refuses('too-many-pieces', { maxPieces: 2 });
  });

  it('refuses once the application is handed in, and once the call has closed', async () => {
    await submitted.when(attachPiece, hanna, statutes).refuses('application-not-draft', { stage: 'submitted' });
    await draftApplication.at('2027-03-12T23:00:00Z').when(attachPiece, hanna, statutes).refuses('call-takes-no-applications');
  });

  it('answers a request for missing pieces, and is marked as that', () =>
    incompleteInReview.when(attachPiece, hanna, statutes).decides(PieceAttached({ ...statutes, supplement: 1 })));

  it('refuses after the answer, and after the application was refused', async () => {
    await incomplete
      .and(SupplementAnswered({ supplement: 1 }))
      .when(attachPiece, hanna, statutes)
      .refuses('application-not-draft');
    await incomplete
      .and(DeclaredIneligible({ reasons: [] }))
      .when(attachPiece, hanna, statutes)
      .refuses('application-not-draft');
  });

  it('takes no empty file, none above 50 MB, and no hash that is none', () => {
    const file = (changed: object) => attachPiece.data.safeParse({ kind: 'statutes', file: { ...statutes.file, ...changed } }).success;
    expect([file({}), file({ size: 50_000_000 })]).toEqual([true, true]);
    expect([file({ size: 0 }), file({ size: 50_000_001 }), file({ hash: 'abc' })]).toEqual([false, false, false]);
  });
});

describe('remove-piece', () => {
  const attached = draftApplication.and(PieceAttached(statutes), PieceAttached({ ...statutes, kind: 'other' }));

  it('takes the piece off a draft, and leaves the same file as another kind', async () => {
    const asked = attached.when(removePiece, hanna, reference);
    await asked.decides(PieceRemoved(reference));
    expect((await asked.after()).state(project).pieces.map(({ kind }) => kind)).toEqual(['other']);
  });

  it('refuses one that is not there', () => draftApplication.when(removePiece, hanna, reference).refuses('piece-unknown', { kind: 'statutes' }));

  it('refuses once the call has closed, and once the application is handed in', async () => {
    await attached.at('2027-03-13T08:00:00Z').when(removePiece, hanna, reference).refuses('call-takes-no-applications');
    await submitted.and(PieceAttached(statutes)).when(removePiece, hanna, reference).refuses('application-not-draft');
  });

  it('leaves what was handed in, and takes off what an answer is still being prepared with', async () => {
    const preparing = incomplete.and(PieceAttached(statutes), PieceAttached({ ...pieceOf('accounts'), supplement: 1 }));
    await preparing.when(removePiece, hanna, reference).refuses('piece-handed-in', { name: 'statutes 1' });
    const accounts = { kind: 'accounts', hash: pieceOf('accounts').file.hash } as const;
    await preparing.when(removePiece, hanna, accounts).decides(PieceRemoved(accounts));
  });
});

describe('the pieces of an application that is handed in', () => {
  const ready = (application: object) => underPolicy(application).and(ApplicationRevised(content));

  it('are expected, and required only where the policy says so', async () => {
    const { application } = Policy.parse({});
    expect(application.pieces).toEqual(['statutes', 'accounts', 'signatory-power']);
    expect(application.requiredPieces).toEqual([]);
    await ready({})
      .when(submitApplication, hanna, {})
      .decides(ApplicationSubmitted({ requested: 10_000_000 }));
  });

  it('are named where they are missing', async () => {
    const required = ready({ requiredPieces: ['statutes', 'accounts', 'accounts'] }).and(PieceAttached(statutes));
    await required.when(submitApplication, hanna, {}).refuses('pieces-missing', { pieces: ['accounts'] });
    await required
      .and(PieceAttached(pieceOf('accounts')))
      .when(submitApplication, hanna, {})
      .decides(ApplicationSubmitted({ requested: 10_000_000 }));
  });
});
