import { ActionIcon, Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const slug = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63);

/** Amounts by a name that declarations of expenditure use, such as unit costs. */
export function AmountsInput({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation(['policy', 'forms']);
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, amount]) => [name, Number(amount)] as const);
  const put = (next: readonly (readonly [string, number])[]) => onChange(Object.fromEntries(next));
  const changed = (at: number, entry: readonly [string, number]) => put(entries.map((before, index) => (index === at ? entry : before)));
  const free = Array.from({ length: entries.length + 1 }, (_, index) => `${index === 0 ? 'x' : `x-${index + 1}`}`).find(
    (name) => !entries.some(([other]) => other === name),
  );
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {entries.map(([name, amount], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is typed
        <Group key={at} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={`${label} : ${t('policy:named.name')} ${at + 1}`}
            value={name}
            onChange={({ currentTarget }) => {
              const next = slug(currentTarget.value);
              if (!entries.some(([other], index) => index !== at && other === next)) changed(at, [next, amount]);
            }}
            flex={1}
          />
          <NumberInput
            aria-label={`${label} : ${t('policy:named.amount')} ${at + 1}`}
            value={amount / 100}
            suffix=" €"
            decimalScale={2}
            min={0}
            hideControls
            w={130}
            onChange={(typed) => changed(at, [name, Math.round(Number(typed || 0) * 100)])}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('forms:remove')} ${name}`}
            onClick={() => put(entries.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => free && put([...entries, [free, 0]])}>
          {t('policy:named.add')}
        </Button>
      </Group>
    </Stack>
  );
}
