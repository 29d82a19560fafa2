import { Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { DecisionForm } from '../../forms/decision-form.tsx';
import type { Shape } from '../../forms/shape.ts';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { pageOf } from '../../ui/things.ts';
import { told } from '../../ui/told.ts';
import classes from './decide.module.css';
import { About, Refusals } from './decide-page.tsx';

const ID = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,62}$/;

/** A command that brings a thing into being: whoever asks gives it its id. */
export function CreatePage() {
  const { kind = '', command = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { t } = useTranslation('forms');
  const { text } = useFormat();
  const entry = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind, command } });
  const [id, setId] = useState(() => `${kind}-${new Date().getFullYear()}-${crypto.randomUUID().slice(0, 4)}`);
  const isFit = ID.test(id);
  const initial = search.get('with');
  return (
    <Page title={text(entry.title)} lead={<About entry={entry} />}>
      <div className={classes.columns}>
        <Stack>
          <TextInput
            label={t('identifier')}
            description={t('identifierHelp')}
            error={isFit ? undefined : t('identifierWrong')}
            value={id}
            onChange={({ currentTarget: { value } }) => setId(value.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-'))}
            required
            maw={420}
          />
          <DecisionForm
            key={kind + command}
            kind={kind}
            id={isFit ? id : 'x'}
            command={command}
            draftName="new"
            shape={entry.schema as Shape}
            initial={initial ? JSON.parse(initial) : undefined}
            onRecorded={() => {
              told(t('recorded', { what: text(entry.title) }));
              void navigate(pageOf(kind, id));
            }}
          />
        </Stack>
        <Refusals entry={entry} />
      </div>
    </Page>
  );
}
