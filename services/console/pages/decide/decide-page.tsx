import { List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { type Answer, useNeeded } from '../../api/read.ts';
import { DecisionForm } from '../../forms/decision-form.tsx';
import type { Shape } from '../../forms/shape.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { pageOf } from '../../ui/things.ts';
import { told } from '../../ui/told.ts';
import { useTitle } from '../../ui/use-title.ts';
import classes from './decide.module.css';

type Kinds = 'projects' | 'calls' | 'programmes' | 'organisations' | 'sittings';

/** Any command, on a thing that exists. What stands in the address after `?with=` is filled in (JSON). */
export function DecidePage() {
  const { kind = '', id = '', command = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { t } = useTranslation('forms');
  const { text } = useFormat();
  const entry = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind, command } });
  const { version } = useNeeded('/v1/possible/{kind}/{id}', { path: { kind: `${kind}s` as Kinds, id } });
  const title = useTitle(kind, id);
  const back = pageOf(kind, id);
  return (
    <Page title={text(entry.title)} above={[{ to: back, label: title }]} lead={<About entry={entry} />}>
      <div className={classes.columns}>
        <DecisionForm
          key={`${kind}/${id}/${command}`}
          kind={kind}
          id={id}
          command={command}
          shape={entry.schema as Shape}
          version={version}
          initial={given(search.get('with'))}
          onLook={() => void navigate(back)}
          onRecorded={() => {
            told(t('recorded', { what: text(entry.title) }));
            void navigate(back);
          }}
        />
        <Refusals entry={entry} />
      </div>
    </Page>
  );
}

type Entry = Answer<'/v1/catalogue/{kind}/{command}'>;

/** What a command does: told in English in the catalogue. */
export function About({ entry }: { readonly entry: Entry }) {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? entry.about : null;
}

/** What can keep it from being recorded, before anything is typed. */
export function Refusals({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('forms');
  const { text } = useFormat();
  if (entry.refusals.length === 0) return null;
  return (
    <Paper component="aside" p="md" className={`${classes.aside} no-print`}>
      <Title order={2} size="h4" mb="xs">
        {t('whyRefused')}
      </Title>
      <List size="sm" spacing={6} c="dimmed">
        {entry.refusals.map((refusal) => (
          <List.Item key={refusal.code}>
            <Text span size="sm">
              {text(refusal.text)
                .replaceAll(/\s*\([^()]*\{[^()]*\)/g, '')
                .replaceAll(/\{(\w+)\}/g, '…')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

function given(json: string | null): unknown {
  if (!json) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
