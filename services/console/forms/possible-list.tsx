import { Anchor, Collapse, Paper, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNeeded } from '../api/read.ts';
import { Empty } from '../ui/empty.tsx';
import { useFormat } from '../ui/format.ts';
import { formOf } from '../ui/things.ts';
import classes from './possible-list.module.css';

export interface PossibleProps {
  readonly kind: 'project' | 'call' | 'programme' | 'organisation' | 'sitting';
  readonly id: string;
}

const MANY = 8;

/** Every decision that one may take on a thing: those that can be taken now, then the others with the reason why not. */
export function PossibleList({ kind, id }: PossibleProps) {
  const { t } = useTranslation('forms');
  const { text } = useFormat();
  const { items } = useNeeded('/v1/possible/{kind}/{id}', { path: { kind: `${kind}s`, id } });
  const [wanted, setWanted] = useState('');
  const [opened, { toggle }] = useDisclosure();
  if (items.length === 0) return <Empty icon={IconBan} title={t('none.title')} text={t('none.text')} />;
  const matching = items.filter(({ title }) => text(title).toLowerCase().includes(wanted.trim().toLowerCase()));
  const now = matching.filter((one) => one.now);
  const notNow = matching.filter((one) => !one.now);
  const isOpen = opened || wanted !== '';
  return (
    <Stack gap="md">
      {items.length > MANY && (
        <TextInput
          aria-label={t('filter')}
          placeholder={t('filter')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={wanted}
          onChange={({ currentTarget: { value } }) => setWanted(value)}
          maw={420}
          className="no-print"
        />
      )}
      <Paper p={0} component="section" aria-label={t('now')}>
        <ul className={classes.list}>
          {now.map(({ command, title }) => (
            <li key={command}>
              <Anchor component={Link} to={formOf(kind, id, command)} className={classes.line} c="inherit" underline="never">
                <span>{text(title)}</span>
                <IconChevronRight size={16} aria-hidden />
              </Anchor>
            </li>
          ))}
        </ul>
      </Paper>
      {notNow.length > 0 && (
        <section>
          <UnstyledButton onClick={toggle} aria-expanded={isOpen} className={classes.more}>
            <IconChevronDown size={16} aria-hidden data-open={isOpen} className={classes.chevron} />
            <Title order={2} size="h4">
              {t('notNowCount', { count: notNow.length })}
            </Title>
          </UnstyledButton>
          <Collapse expanded={isOpen}>
            <ul className={classes.list}>
              {notNow.map(({ command, title, because }) => (
                <li key={command} className={classes.closed}>
                  <Anchor component={Link} to={formOf(kind, id, command)} size="sm" c="inherit">
                    {text(title)}
                  </Anchor>
                  {because && (
                    <Text size="sm" c="dimmed">
                      {text(because)}
                    </Text>
                  )}
                </li>
              ))}
            </ul>
          </Collapse>
        </section>
      )}
    </Stack>
  );
}
