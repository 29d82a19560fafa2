import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import classes from './application.module.css';
import { applicationOf } from './sections.ts';
import { useSize } from './size.ts';

/** The proof that an application was handed in, to print and keep. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const file = useNeeded('/v1/projects/{id}/application', { path: { id } });
  const { t } = useTranslation('application');
  const { text, moment, money, day } = useFormat();
  const size = useSize();
  const { receipt, content, call, currency, pieces } = file;
  const above = [{ to: applicationOf(id), label: content.title ?? id }];
  if (!receipt)
    return (
      <Page title={t('receipt.title')} above={above}>
        <Empty icon={IconCircleCheck} title={t('receipt.none')} text={t('receipt.noneText')}>
          <Button component={Link} to={applicationOf(id)}>
            {t('receipt.continue')}
          </Button>
        </Empty>
      </Page>
    );
  const { acknowledged } = receipt;
  const facts: readonly (readonly [string, string])[] = [
    [t('receipt.application'), content.title ?? id],
    [t('receipt.organisation'), content.organisation ?? '–'],
    [t('receipt.call'), text(call.title)],
    ...(receipt.number === undefined ? [] : [[t('receipt.number'), String(receipt.number)] as const]),
    [t('receipt.at'), moment(receipt.submittedAt)],
    [t('receipt.requested'), money(receipt.requested, currency)],
    [
      t('receipt.pieces'),
      pieces.length === 0 ? t('pieces.none') : pieces.map(({ file: { name, size: bytes } }) => `${name} (${size(bytes)})`).join('\n'),
    ],
    ...(acknowledged
      ? [
          [t('receipt.received'), day(acknowledged.receivedOn)] as const,
          [t('receipt.silence'), t('receipt.silenceAfter', { day: day(acknowledged.impliedRefusalAfter) })] as const,
          [t('receipt.remedies'), text(acknowledged.remedies)] as const,
        ]
      : []),
  ];
  return (
    <Page
      title={t('receipt.title')}
      above={above}
      actions={
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
      }
    >
      <Paper className={classes.receipt} component="article">
        <Group gap="sm" mb="md" wrap="nowrap">
          <IconCircleCheck size={32} stroke={1.6} aria-hidden color="var(--jalon-accent)" />
          <div>
            <Title order={2} size="h3">
              {t('receipt.done')}
            </Title>
            <Text c="dimmed">{t('receipt.doneText')}</Text>
          </div>
        </Group>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={classes.prose}>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{t('receipt.decision')}</dt>
            <dd className={classes.code}>{receipt.decision}</dd>
          </div>
        </dl>
        <Text size="sm" c="dimmed" mt="md">
          {acknowledged ? t('receipt.proof') : t('receipt.next')}
        </Text>
      </Paper>
    </Page>
  );
}
