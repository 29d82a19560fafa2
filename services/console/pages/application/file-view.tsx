import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconGavel, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { useFormat } from '../../ui/format.ts';
import { formOf } from '../../ui/things.ts';
import { ContentView } from './content-view.tsx';
import type { ApplicationFile } from './file.ts';
import { applicationOf } from './sections.ts';

const withdrawable = ['draft', 'submitted', 'in-review', 'selected', 'reserve', 'agreement'];

/** An application that is handed in, or whose call is closed: to read, with what its holder can still do. */
export function FileView({ file }: { readonly file: ApplicationFile }) {
  const { t } = useTranslation('application');
  return (
    <Stack gap="lg" maw="52rem">
      <HolderSteps file={file} />
      <Supplements file={file} />
      <Paper component="section">
        <Title order={2} size="h3" mb="md">
          {t('file')}
        </Title>
        <ContentView file={file} content={file.content} />
      </Paper>
    </Stack>
  );
}

/** The receipt, an appeal while there is time, and the way to give the application up. */
function HolderSteps({ file: { mine, project, receipt, appeal, stage } }: { readonly file: ApplicationFile }) {
  const { t } = useTranslation('application');
  const { lastDay, day } = useFormat();
  if (!mine) return null;
  return (
    <>
      {appeal && (
        <Alert color="yellow" icon={<IconGavel aria-hidden />} title={t('appeal.title')}>
          <Text size="sm" mb="sm">
            {appeal.lastDay
              ? t('appeal.until', { day: appeal.lastDay.includes('T') ? lastDay(appeal.lastDay) : day(appeal.lastDay) })
              : t('appeal.noTime')}
          </Text>
          <Button component={Link} to={formOf('project', project, 'lodge-appeal')} size="xs" variant="default">
            {t('appeal.lodge')}
          </Button>
        </Alert>
      )}
      <Group className="no-print">
        {receipt && (
          <Button component={Link} to={`${applicationOf(project)}/receipt`} variant="default" leftSection={<IconReceipt size={16} aria-hidden />}>
            {t('receipt.open')}
          </Button>
        )}
        {withdrawable.includes(stage) && (
          <Button component={Link} to={formOf('project', project, 'withdraw-application')} variant="subtle" color="red">
            {t('withdraw')}
          </Button>
        )}
      </Group>
    </>
  );
}

/** What was asked for after the application was handed in, and what was answered. */
function Supplements({ file: { supplements } }: { readonly file: ApplicationFile }) {
  const { t } = useTranslation('application');
  const { day } = useFormat();
  const words = useFieldWords();
  return supplements.map(({ supplement, pieces, information, requestedAt, endedAt, note }) => (
    <Paper key={supplement} component="section">
      <Title order={2} size="h4">
        {t('supplement.title', { day: day(requestedAt) })}
      </Title>
      <Text>{[...pieces.map((kind) => words.choice(kind, 'kind')), ...information].join(' · ')}</Text>
      {endedAt && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('supplement.ended', { day: day(endedAt) })}
          {note && ` « ${note} »`}
        </Text>
      )}
    </Paper>
  ));
}
