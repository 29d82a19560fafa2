import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, useDecide } from '../../../api/decide.ts';
import { toldWithUndo } from '../../../ui/undo.tsx';
import type { Grant } from './roles.ts';

/** Gives and takes roles in a programme. Each is the other’s opposite, so what was done is undone by one press. */
export function useRoles(programme: string) {
  const { t } = useTranslation(['programme', 'terms', 'shell']);
  const granting = useDecide('programme/grant-role');
  const revoking = useDecide('programme/revoke-role');
  const [problem, setProblem] = useState<unknown>();

  const done =
    (how: 'granted' | 'revoked', person: string, { role }: Grant, onUndo: () => void) =>
    () =>
      toldWithUndo({ message: t(`programme:people.${how}`, { person, role: t(`terms:role.${role}`) }), undo: t('shell:undo'), onUndo });

  function grant(person: string, { role, until, funder }: Grant): void {
    const given = { role, ...(until !== undefined && { until }), ...(funder !== undefined && { funder }) };
    setProblem(undefined);
    granting.mutate(
      { id: programme, input: { person, ...given }, key: newKey() },
      { onError: setProblem, onSuccess: done('granted', person, given, () => revoke(person, given)) },
    );
  }

  function revoke(person: string, held: Grant): void {
    setProblem(undefined);
    revoking.mutate(
      { id: programme, input: { person, role: held.role }, key: newKey() },
      { onError: setProblem, onSuccess: done('revoked', person, held, () => grant(person, held)) },
    );
  }

  return { grant, revoke, problem, busy: granting.isPending || revoking.isPending };
}
