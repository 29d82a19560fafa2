import { Alert, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';

/** Why a decision was not recorded, in the words of the rule, which say what to do; and that nothing typed is lost. */
export function Refused({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation(['forms', 'shell']);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is brought before the eyes
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  const words = problem.code === 'offline' || problem.status === 0 ? t('offline') : problem.code === 'key-reused' ? t('sentBefore') : problem.message;
  return (
    <Alert ref={box} color="red" icon={<IconHandStop aria-hidden />} title={problem.title || t('refused')} role="alert">
      <Text fw={560}>{words}</Text>
      {problem.code !== 'offline' && (
        <Text size="sm" mt={6}>
          {t('refusedKept')}
        </Text>
      )}
      {problem.reference && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('shell:problem.reference', { reference: problem.reference })}
        </Text>
      )}
    </Alert>
  );
}
