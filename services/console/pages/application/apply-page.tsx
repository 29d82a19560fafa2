import { Alert, Button, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { decide, newKey } from '../../api/decide.ts';
import { isProblem, type Problem } from '../../api/problem.ts';
import { useNeeded, useRead } from '../../api/read.ts';
import { Refused } from '../../forms/refused.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { newIdFrom } from './file.ts';
import { applicationOf } from './sections.ts';

/** The beginning of an application: what the call asks for, the name of the project, and the way into the form. */
export function ApplyPage() {
  const { id = '' } = useParams();
  const call = useNeeded('/v1/calls/{id}', { path: { id } });
  const policy = useRead('/v1/programmes/{id}/policy', { path: { id: call.programme } }).data?.inForce.policy;
  const { t } = useTranslation('application');
  const { text, day, money, distance } = useFormat();
  const words = useFieldWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const key = useRef({ start: newKey(), title: newKey(), id: '' });
  const begin = async () => {
    setBusy(true);
    setProblem(undefined);
    const { start, title: naming } = key.current;
    if (key.current.id === '') key.current.id = newIdFrom(title);
    const project = key.current.id;
    try {
      await decide({ kind: 'project', id: project, command: 'start-application', input: { call: id }, key: start });
      await decide({ kind: 'project', id: project, command: 'revise-application', input: { title: title.trim() }, key: naming });
      void navigate(applicationOf(project, 'project'));
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
      setBusy(false);
      if (error.status !== 0) key.current = { start: newKey(), title: newKey(), id: '' };
    }
  };
  const open = call.stage === 'open' || call.stage === 'published';
  return (
    <Page title={t('apply.title')} above={[{ to: `/calls/${id}`, label: text(call.title) }]} lead={text(call.programmeName)}>
      <Stack maw="46rem" gap="lg">
        {!open && <Alert color="yellow">{t('apply.closed')}</Alert>}
        <Paper component="section">
          <Title order={2} size="h3" mb="sm">
            {t('apply.name')}
          </Title>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (title.trim() !== '') void begin();
            }}
          >
            <Stack gap="md">
              <TextInput
                label={words.field('title')}
                description={t('apply.nameAbout')}
                value={title}
                maxLength={200}
                autoFocus
                onChange={({ currentTarget: { value } }) => setTitle(value)}
              />
              {problem && <Refused problem={problem} />}
              <Group>
                <Button type="submit" loading={busy} disabled={title.trim() === '' || !open} rightSection={<IconArrowRight size={16} aria-hidden />}>
                  {t('apply.begin')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Paper>
        <Paper component="section">
          <Title order={2} size="h3" mb="sm">
            {t('apply.asked')}
          </Title>
          <List spacing={6}>
            <List.Item>{t('apply.until', { day: day(call.closesOn), left: distance(call.closesOn) })}</List.Item>
            <List.Item>{t('apply.most', { amount: money(call.maxGrant, call.currency) })}</List.Item>
            <List.Item>{t('apply.says')}</List.Item>
            {policy && policy.application.pieces.length > 0 && (
              <List.Item>{t('apply.pieces', { pieces: policy.application.pieces.map((kind) => words.choice(kind, 'kind')).join(', ') })}</List.Item>
            )}
          </List>
          <Alert mt="md" p="sm" color="pine" icon={<IconInfoCircle aria-hidden />}>
            <Text size="sm">{t('apply.kept')}</Text>
          </Alert>
        </Paper>
      </Stack>
    </Page>
  );
}
