import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface BlockProps {
  readonly title: string;
  /** Beside the title: what to do here. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Block({ title, action, children }: BlockProps) {
  return (
    <Paper component="section" p={{ base: 'sm', sm: 'lg' }}>
      <Group justify="space-between" align="flex-start" mb="sm" gap="xs">
        <Title order={2} size="h3">
          {title}
        </Title>
        {action && <Group gap="xs">{action}</Group>}
      </Group>
      {children}
    </Paper>
  );
}
