import { Alert, Badge, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPencil, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { newKey, useDecide } from '../../../api/decide.ts';
import { isProblem, type Problem } from '../../../api/problem.ts';
import { useNeeded } from '../../../api/read.ts';
import { useHolds, useMe } from '../../../api/session.ts';
import { Refused } from '../../../forms/refused.tsx';
import type { Shape } from '../../../forms/shape.ts';
import { useFormat } from '../../../ui/format.ts';
import { Page } from '../../../ui/page.tsx';
import { formOf } from '../../../ui/things.ts';
import { told } from '../../../ui/told.ts';
import { Differences } from './differences.tsx';
import { Effects } from './effects.tsx';
import classes from './policy.module.css';

const colours = { open: 'yellow', adopted: 'green', withdrawn: 'gray' } as const;

/** A draft of the policy: what it changes, what that does to the calls that are running, and for a second person its adoption. */
export function DraftPage() {
  const { id = '', draft = '' } = useParams();
  const { t } = useTranslation('programme');
  const { text } = useFormat();
  const isAdministrator = useHolds('administrator');
  const { name } = useNeeded('/v1/programmes/{id}', { path: { id } });
  const { drafts = [], version } = useNeeded('/v1/programmes/{id}/policy', { path: { id } });
  const comparison = useNeeded('/v1/programmes/{id}/policy-drafts/{draft}/comparison', { path: { id, draft: Number(draft) } });
  const entry = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'programme', command: 'draft-policy' } });
  const base = `/programmes/${encodeURIComponent(id)}`;
  const author = drafts.find((one) => one.draft === Number(draft))?.by ?? '';
  const isOpen = comparison.stage === 'open';
  return (
    <Page
      title={t('policy.draft', { draft })}
      above={[{ to: base, label: text(name) }]}
      lead={
        <Group gap="xs">
          <Badge color={colours[comparison.stage]}>{t(`policy.stage.${comparison.stage}`)}</Badge>
          <Text span>{t('policy.by', { person: author })}</Text>
        </Group>
      }
      actions={
        isOpen &&
        isAdministrator && (
          <>
            <Button variant="default" component={Link} to={`${base}/policy/drafts/${draft}/edit`} leftSection={<IconPencil size={16} aria-hidden />}>
              {t('policy.edit')}
            </Button>
            <Button
              variant="default"
              component={Link}
              to={`${formOf('programme', id, 'withdraw-policy-draft')}?with=${encodeURIComponent(JSON.stringify({ draft: Number(draft) }))}`}
            >
              {t('policy.withdraw')}
            </Button>
          </>
        )
      }
    >
      {isOpen && isAdministrator && <Adoption programme={id} draft={Number(draft)} author={author} version={version} />}
      <section className={classes.section}>
        <Title order={2} mb="sm">
          {t('policy.differences', { count: comparison.differences.length })}
        </Title>
        <Differences shape={entry.schema as Shape} differences={comparison.differences} />
      </section>
      <section className={classes.section}>
        <Title order={2}>{t('effect.title')}</Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('effect.lead')}
        </Text>
        <Effects calls={comparison.calls} />
      </section>
    </Page>
  );
}

interface AdoptionProps {
  readonly programme: string;
  readonly draft: number;
  readonly author: string;
  readonly version: number;
}

/** For a second person: from when the draft holds. Whoever wrote it is told who has to come. */
function Adoption({ programme, draft, author, version }: AdoptionProps) {
  const { t } = useTranslation('programme');
  const { day } = useFormat();
  const me = useMe();
  const navigate = useNavigate();
  const [from, setFrom] = useState(() => new Date().toISOString().slice(0, 10));
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<Problem>();
  const adopt = useDecide('programme/adopt-policy');
  if (author === me.id)
    return (
      <Alert color="pine" icon={<IconUsers aria-hidden />} title={t('adopt.second')} mb="lg">
        {t('adopt.secondText')}
      </Alert>
    );
  const send = () =>
    adopt.mutate(
      { id: programme, input: { draft, inForceFrom: from }, key, version },
      {
        onSuccess: () => {
          told(t('adopt.done', { day: day(from) }));
          void navigate(`/programmes/${encodeURIComponent(programme)}`);
        },
        onError: (error) => setProblem(isProblem(error) ? error : undefined),
      },
    );
  return (
    <Stack mb="lg">
      {problem && <Refused problem={problem} />}
      <Paper>
        <Title order={2} size="h4">
          {t('adopt.title')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('adopt.text')}
        </Text>
        <Group align="flex-end">
          <TextInput type="date" label={t('adopt.from')} value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)} required />
          <Button onClick={send} loading={adopt.isPending} disabled={from === ''}>
            {t('adopt.button')}
          </Button>
        </Group>
      </Paper>
    </Stack>
  );
}
