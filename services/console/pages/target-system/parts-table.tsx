import { Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newIdFrom } from '../application/file.ts';
import { colourOf, type Heading, type ListName, listNames, type TargetSystem, titleOf } from './system.ts';
import classes from './target-system.module.css';

export interface PartsTableProps {
  readonly system: TargetSystem;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onChange?: ((system: TargetSystem) => void) | undefined;
}

/** The same as the drawing in words: works as a table, the other parts as lists. Every part can be chosen and added here, without the drawing. */
export function PartsTable({ system, selected, onSelect, onChange }: PartsTableProps) {
  const { t } = useTranslation(['system', 'fields']);
  const add = (list: ListName) => {
    const title = t(`system:new.${list}`);
    const id = newIdFrom(list.slice(0, 4));
    const work = { category: 'experimentation', evolutions: [], roles: [], contributors: [], priority: false } as const;
    onChange?.({ ...system, [list]: [...system[list], { id, title, ...(list === 'works' && work) }] });
    onSelect(id);
  };
  const addTo = (list: ListName) =>
    onChange && (
      <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(list)} className="no-print">
        {t(`system:add.${list}`)}
      </Button>
    );
  const choose = (id: string, title: string) => (
    <button type="button" className={classes.choose} aria-pressed={selected === id} onClick={() => onSelect(id)}>
      {title || t('system:untitled')}
    </button>
  );
  return (
    <Paper component="section" p={{ base: 'sm', sm: 'lg' }}>
      <div className={classes.lists}>
        {listNames
          .filter((list) => list !== 'works')
          .map((list) => (
            <div key={list}>
              <Title order={2} size="h4" mb={4}>
                {t(`system:list.${list}`)}
              </Title>
              <ul className={classes.plain}>
                {(system[list] as readonly Heading[]).map((part) => (
                  <li key={part.id}>
                    {choose(part.id, part.title)}
                    {'carries' in part && part.carries === true && (
                      <Text span size="xs" c="dimmed">
                        {' '}
                        · {t('system:carries')}
                      </Text>
                    )}
                  </li>
                ))}
              </ul>
              {addTo(list)}
            </div>
          ))}
      </div>
      <Group justify="space-between" mt="lg" mb={4}>
        <Title order={2} size="h4">
          {t('system:list.works')}
        </Title>
        {addTo('works')}
      </Group>
      {system.works.length === 0 ? (
        <Text c="dimmed">{t('system:noWorks')}</Text>
      ) : (
        <div className={classes.scroll}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('system:column.work')}</Table.Th>
                <Table.Th>{t('system:category')}</Table.Th>
                <Table.Th>{t(`system:under.${system.arrangedBy}`)}</Table.Th>
                <Table.Th>{t('system:roles')}</Table.Th>
                <Table.Th>{t('system:aims')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {system.works.map(({ id, title, category, under, roles, contributors, evolutions, priority }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    {choose(id, title)}
                    {priority && <IconStarFilled size={12} aria-label={t('system:priority')} className={classes.star} />}
                  </Table.Td>
                  <Table.Td>
                    <Badge color={colourOf[category]}>{t(`fields:choice.${category}`)}</Badge>
                  </Table.Td>
                  <Table.Td>{under === undefined ? '–' : titleOf(system, under)}</Table.Td>
                  <Table.Td>
                    {[
                      ...roles.map(({ actor, role }) => `${titleOf(system, actor)} (${t(`system:role.${role}`)})`),
                      ...contributors.map((actor) => `${titleOf(system, actor)} (${t('system:role.contributor')})`),
                    ].join(', ') || '–'}
                  </Table.Td>
                  <Table.Td>{evolutions.map((one) => titleOf(system, one)).join(', ') || '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Paper>
  );
}
