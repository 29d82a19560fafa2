import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Firmness } from './changes.ts';

type Reach = Firmness['weights'][number]['down'];

interface MarginsProps {
  readonly firmness: Pick<Firmness, 'weights' | 'thresholds'>;
  readonly titleOf: (application: string) => string;
}

/** How far each figure of the rule may move alone before another is selected. */
export function Margins({ firmness: { weights, thresholds }, titleOf }: MarginsProps) {
  const { t } = useTranslation(['trial', 'criteria']);
  const { number } = useFormat();
  const criterion = (name: string) => t(`criteria:${name as 'team'}`, { defaultValue: name });
  const figures = [
    ...weights.map(({ criterion: name, points, down, up }) => ({
      key: `weight-${name}`,
      name: t('trial:weightOf', { criterion: criterion(name) }),
      value: points,
      down,
      up,
    })),
    ...thresholds.map(({ threshold, of = '', value, down, up }) => ({
      key: `${threshold}-${of}`,
      name: threshold === 'floor' ? t('trial:threshold.floor', { of: criterion(of) }) : t(`trial:threshold.${threshold}`),
      value,
      down,
      up,
    })),
  ];
  const moving = figures.filter(({ down, up }) => down ?? up);
  const reach = (found: Reach) =>
    found ? (
      <>
        {t('trial:changesAt', { value: number(found.changesAt) })}
        <Text size="xs" c="dimmed">
          {found.moves
            .map(({ application, to }) => t(to.outcome === 'selected' ? 'trial:enters' : 'trial:leaves', { title: titleOf(application) }))
            .join(' · ')}
        </Text>
      </>
    ) : (
      <Text size="sm" c="dimmed">
        {t('trial:never')}
      </Text>
    );
  return (
    <div>
      <Title order={3} size="h4" mb="xs">
        {t('trial:margins')}
      </Title>
      {moving.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table className="tabular">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('trial:figure')}</Table.Th>
                <Table.Th ta="right">{t('trial:value')}</Table.Th>
                <Table.Th>{t('trial:down')}</Table.Th>
                <Table.Th>{t('trial:up')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moving.map(({ key, name, value, down, up }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={400}>
                    {name}
                  </Table.Th>
                  <Table.Td ta="right">{number(value)}</Table.Td>
                  <Table.Td>{reach(down)}</Table.Td>
                  <Table.Td>{reach(up)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('trial:others', { count: figures.length - moving.length })}
      </Text>
    </div>
  );
}
