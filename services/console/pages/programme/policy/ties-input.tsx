import { ActionIcon, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePolicyWords } from './use-policy-words.ts';

/** The criteria that break a tie, in order. */
export function TiesInput({
  criteria,
  value,
  onChange,
}: {
  readonly criteria: readonly string[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('policy');
  const { criterion: named } = usePolicyWords();
  const order = Array.isArray(value) ? value.map(String) : [];
  const left = criteria.filter((one) => !order.includes(one));
  const raised = (at: number) => order.map((one, index) => (index === at - 1 ? order[at] : index === at ? order[at - 1] : one));
  return (
    <Stack gap={6}>
      {order.map((one, at) => (
        <Group key={one} gap="xs" wrap="nowrap">
          <Text size="sm" c="dimmed" w={20} ta="right" className="tabular">
            {at + 1}
          </Text>
          <Text flex={1}>{named(one)}</Text>
          {at > 0 && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('rubric.up', { criterion: named(one) })} onClick={() => onChange(raised(at))}>
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('rubric.remove', { criterion: named(one) })}
            onClick={() => onChange(order.filter((other) => other !== one))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {left.length > 0 && (
        <NativeSelect
          aria-label={t('rubric.addTie')}
          value=""
          data={[{ value: '', label: t('rubric.addTie') }, ...left.map((one) => ({ value: one, label: named(one) }))]}
          onChange={({ currentTarget }) => currentTarget.value && onChange([...order, currentTarget.value])}
          maw={360}
        />
      )}
    </Stack>
  );
}
