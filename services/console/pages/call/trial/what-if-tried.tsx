import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { Block } from '../../../ui/block.tsx';
import { ProblemNote } from '../../../ui/problem.tsx';
import type { Changes, Firmness, WhatIf } from './changes.ts';
import { ChangesForm } from './changes-form.tsx';
import { SideBySide } from './side-by-side.tsx';

interface WhatIfTriedProps {
  readonly call: string;
  readonly basis: Firmness;
  readonly titleOf: (application: string) => string;
}

async function tryOut(call: string, changes: Changes): Promise<WhatIf> {
  const { data } = await api.POST('/v1/calls/{id}/what-if', { params: { path: { id: call } }, body: changes });
  // What was refused is thrown before.
  return data!;
}

/** What would be selected by other figures, beside what is. */
export function WhatIfTried({ call, basis, titleOf }: WhatIfTriedProps) {
  const { t } = useTranslation('trial');
  const { mutate, data, error, isPending, reset } = useMutation({ mutationFn: (changes: Changes) => tryOut(call, changes) });
  return (
    <Block title={t('whatIf')}>
      <Text c="dimmed" mb="md">
        {t('whatIfText')}
      </Text>
      <ChangesForm call={call} basis={basis} trying={isPending} onTry={mutate} onReset={reset} />
      {error && <ProblemNote error={error} />}
      <div aria-live="polite">{data && <SideBySide tried={data} titleOf={titleOf} />}</div>
    </Block>
  );
}
