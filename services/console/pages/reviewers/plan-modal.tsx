import { Button, Group, Modal, Progress, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Planned } from './proposals.ts';

export interface PlanModalProps {
  readonly opened: boolean;
  readonly planned: readonly Planned[];
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<void>;
}

/** Every assignment that would fill the call, to read before it is made. */
export function PlanModal({ opened, planned, progress, onClose, onConfirm }: PlanModalProps) {
  const { t } = useTranslation('reviewers');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('plan.title', { count: planned.length })}
      size="lg"
      closeOnEscape={!progress}
      withCloseButton={!progress}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('plan.text')}
      </Text>
      <Table mb="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('application')}</Table.Th>
            <Table.Th>{t('reviewer')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {planned.map(({ project, title, person }) => (
            <Table.Tr key={`${project}/${person}`}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{person}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {progress && <Progress value={(progress.done / progress.of) * 100} mb="md" aria-label={t('plan.progress', progress)} />}
      <Group>
        <Button onClick={() => void onConfirm()} loading={progress !== undefined}>
          {t('plan.confirm')}
        </Button>
        <Button variant="default" onClick={onClose} disabled={progress !== undefined}>
          {t('plan.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
