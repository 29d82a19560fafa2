import { ActionIcon, Button, Group, Paper, Text, Textarea, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../forms/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { told } from '../../ui/told.ts';
import type { Preview } from './preview.ts';
import classes from './selection.module.css';

interface TieProps {
  readonly call: string;
  readonly tie: Preview['ties'][number];
  /** Whether it is for whoever looks to settle it. */
  readonly mine: boolean;
}

/** Applications that the policy’s rules leave equal, for the chair to put in order, best first. */
export function TieToSettle({ call, tie, mine }: TieProps) {
  const { t } = useTranslation('selection');
  const { text } = useFormat();
  const [order, setOrder] = useState(tie);
  const [reasons, setReasons] = useState('');
  const [opened, { open, close }] = useDisclosure();
  const heading = `tie-${tie[0]?.application}`;
  const move = (at: number, by: 1 | -1) => {
    const [one, other] = [order[at], order[at + by]];
    if (one && other) setOrder(order.with(at, other).with(at + by, one));
  };
  return (
    <Paper component="section" aria-labelledby={heading} className={classes.tie}>
      <Title order={2} size="h3" id={heading} mb="xs">
        {t('tie.title')}
      </Title>
      <Text size="sm" mb="sm">
        {mine ? t('tie.text') : t('tie.forChair')}
      </Text>
      <ol className={classes.order}>
        {order.map((one, at) => (
          <li key={one.application}>
            <Text fw={600}>{text(one.title)}</Text>
            {mine && (
              <Group gap={4}>
                <ActionIcon variant="default" disabled={at === 0} onClick={() => move(at, -1)} aria-label={t('tie.up', { title: text(one.title) })}>
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  disabled={at === order.length - 1}
                  onClick={() => move(at, 1)}
                  aria-label={t('tie.down', { title: text(one.title) })}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </li>
        ))}
      </ol>
      {mine && (
        <>
          <Textarea
            label={t('tie.reasons')}
            value={reasons}
            onChange={({ currentTarget: { value } }) => setReasons(value)}
            autosize
            minRows={2}
            required
          />
          <Button mt="sm" onClick={open} disabled={reasons.trim() === ''}>
            {t('tie.open')}
          </Button>
        </>
      )}
      <Confirm
        command="call/settle-tie"
        id={call}
        input={{ order: order.map(({ application }) => application), reasons }}
        opened={opened}
        onClose={close}
        title={t('tie.title')}
        record={t('tie.record')}
        onRecorded={() => told(t('tie.done'))}
      >
        <ol>
          {order.map(({ application, title }) => (
            <li key={application}>{text(title)}</li>
          ))}
        </ol>
        <Text size="sm">{reasons}</Text>
      </Confirm>
    </Paper>
  );
}
