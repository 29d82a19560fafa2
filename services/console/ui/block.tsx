import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface BlockProps {
  readonly title: string;
  /** Beside the title: what to do here. */
  readonly action?: ReactNode;
  /** Of its heading; 3 for a block within a part that has a heading of its own. */
  readonly order?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Block({ title, action, order = 2, children }: BlockProps) {
  return (
    <Paper component="section" p={{ base: 'sm', sm: 'lg' }}>
      <Group justify="space-between" align="flex-start" mb="sm" gap="xs">
        <Title order={order} size={order === 2 ? 'h3' : 'h4'}>
          {title}
        </Title>
        {action && <Group gap="xs">{action}</Group>}
      </Group>
      {children}
    </Paper>
  );
}
