import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.ts';
import classes from './read-through.module.css';
import { Refused } from './refused.tsx';

interface ReadThroughProps {
  readonly title: string;
  /** The word of the button that records. */
  readonly record: string;
  readonly problem: Problem | undefined;
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** What is to be recorded, read once more; why it was refused; and the way back to it. */
export function ReadThrough({ title, record, problem, sending, onSend, onBack, children }: ReadThroughProps) {
  const { t } = useTranslation('forms');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Paper component="section">
      <Title order={2} size="h3" ref={heading} tabIndex={-1} mb="md" className={classes.heading}>
        {title}
      </Title>
      {children}
      {problem && <Refused problem={problem} />}
      <Text size="sm" c="dimmed" my="md">
        {t('check.text')}
      </Text>
      <Group>
        <Button loading={sending} onClick={onSend}>
          {record}
        </Button>
        <Button variant="default" disabled={sending} onClick={onBack}>
          {t('check.back')}
        </Button>
      </Group>
    </Paper>
  );
}
