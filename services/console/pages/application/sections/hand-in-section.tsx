import { Alert, Anchor, Button, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconCircleCheck, IconListCheck, IconSend } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useOutletContext } from 'react-router';
import { newKey, useDecide } from '../../../api/decide.ts';
import { isProblem } from '../../../api/problem.ts';
import { Refused } from '../../../forms/refused.tsx';
import { useFormat } from '../../../ui/format.ts';
import { told } from '../../../ui/told.ts';
import classes from '../application.module.css';
import { ContentView } from '../content-view.tsx';
import { planOf } from '../file.ts';
import { useMissingWords, usePlaceWords } from '../missing-words.ts';
import { Section } from '../section.tsx';
import { applicationOf } from '../sections.ts';
import type { Application } from '../use-application.ts';

/** The last look before an application, or the answer to a request for pieces, is handed in. */
export function HandInSection() {
  const application = useOutletContext<Application>();
  return (
    <Section application={application} name="hand-in">
      {application.file.changes === 'supplement' ? <Answer application={application} /> : <HandIn application={application} />}
    </Section>
  );
}

interface Of {
  readonly application: Application;
}

/** What is missing, each with the way to its field; once nothing is, a summary and the decision. */
function HandIn({ application }: Of) {
  const { missing, file } = application;
  const { t } = useTranslation('application');
  const { day } = useFormat();
  if (missing.length > 0) return <StillMissing application={application} />;
  return (
    <Stack gap="lg">
      <Alert color="green" icon={<IconCircleCheck aria-hidden />} role="status">
        {t('handIn.whole')}
      </Alert>
      {!file.canBeHandedIn && <Alert color="yellow">{t('handIn.notOpen', { day: day(file.call.opensOn) })}</Alert>}
      <ContentView file={file} content={application.content} />
      <Confirm application={application} />
    </Stack>
  );
}

function StillMissing({ application: { missing, id } }: Of) {
  const { t } = useTranslation('application');
  const words = useMissingWords();
  const place = usePlaceWords();
  return (
    <>
      <Title order={3} size="h4" mb="xs">
        <IconListCheck size={18} aria-hidden style={{ verticalAlign: '-3px' }} /> {t('handIn.missing', { count: missing.length })}
      </Title>
      <ul className={classes.list}>
        {missing.map((one) => (
          <li key={`${one.section} ${one.element} ${one.code}`}>
            <Anchor component={Link} to={applicationOf(id, one.section, one.element)} fw={600}>
              {place(one)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {words(one)}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function Confirm({ application }: Of) {
  const { id, file, content, record } = application;
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const [unrecorded, setUnrecorded] = useState(false);
  const submit = useDecide('project/submit-application');
  const key = useRef(newKey());
  const send = async () => {
    setUnrecorded(false);
    if (!(await record())) return setUnrecorded(true);
    submit.mutate(
      { id, input: {}, key: key.current },
      {
        onSuccess: () => {
          told(t('handIn.done'));
          void navigate(`${applicationOf(id)}/receipt`);
        },
        onError: () => {
          key.current = newKey();
        },
      },
    );
  };
  return (
    <Stack gap="md" className="no-print">
      <Text>{t('handIn.effect', { amount: money(planOf(content).requested, file.currency) })}</Text>
      <Checkbox label={t('handIn.sure')} checked={sure} onChange={({ currentTarget: { checked } }) => setSure(checked)} />
      {unrecorded && (
        <Text c="red" size="sm" role="alert">
          {t('handIn.unrecorded')}
        </Text>
      )}
      {isProblem(submit.error) && <Refused problem={submit.error} />}
      <Group>
        <Button
          size="md"
          leftSection={<IconSend size={18} aria-hidden />}
          disabled={!sure || !file.canBeHandedIn}
          loading={submit.isPending}
          onClick={() => void send()}
        >
          {t('handIn.send')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Hands in what was asked for; every kind of piece asked for has to be there. */
function Answer({ application: { id, file, record } }: Of) {
  const { t } = useTranslation('application');
  const navigate = useNavigate();
  const answer = useDecide('project/answer-supplement');
  const [note, setNote] = useState('');
  const key = useRef(newKey());
  const awaited = file.supplements.find((one) => one.awaited);
  const send = async () => {
    await record();
    answer.mutate(
      { id, input: note.trim() === '' ? {} : { note }, key: key.current },
      {
        onSuccess: () => {
          told(t('supplement.done'));
          void navigate(`/projects/${encodeURIComponent(id)}`);
        },
        onError: () => {
          key.current = newKey();
        },
      },
    );
  };
  return (
    <Stack gap="md">
      {awaited?.information.map((information) => (
        <Text key={information}>« {information} »</Text>
      ))}
      <Textarea
        label={t('supplement.note')}
        description={t('supplement.noteAbout')}
        autosize
        minRows={4}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
      {isProblem(answer.error) && <Refused problem={answer.error} />}
      <Group>
        <Button leftSection={<IconSend size={18} aria-hidden />} loading={answer.isPending} onClick={() => void send()}>
          {t('supplement.send')}
        </Button>
      </Group>
    </Stack>
  );
}
