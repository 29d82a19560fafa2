import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { Page } from './page.tsx';

/** A problem in words: the API's own where it sent some, which say what to do. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!isProblem(error)) return t('problem.broken');
    if (error.code === 'offline') return t('problem.offline');
    return error.message || t('problem.unreadable', { status: error.status });
  };
}

export interface ProblemShown {
  readonly error: unknown;
  readonly again?: () => void;
}

/** A problem where a part of a page should be. */
export function ProblemNote({ error, again }: ProblemShown) {
  const { t } = useTranslation();
  const words = useProblemWords();
  useEffect(() => {
    if (!again) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [again]);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={isProblem(error) && error.title ? error.title : undefined} role="alert">
      <Text>{words(error)}</Text>
      {isProblem(error) && error.reference && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('problem.reference', { reference: error.reference })}
        </Text>
      )}
      {again && (
        <Group mt="sm">
          <Button variant="default" size="xs" onClick={again}>
            {t('problem.again')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** A problem where a page should be. */
export function ProblemPage(shown: ProblemShown) {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.title')}>
      <ProblemNote {...shown} />
    </Page>
  );
}
