import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Where nothing is yet: what would stand here, and what to do first. */
export function Empty({
  icon: Shape,
  title,
  text,
  children,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <Paper p="xl">
      <Stack align="center" gap="sm" ta="center">
        <Shape size={36} stroke={1.3} aria-hidden color="var(--mantine-color-dimmed)" />
        <Title order={2} size="h3">
          {title}
        </Title>
        <Text c="dimmed" maw="32rem">
          {text}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
