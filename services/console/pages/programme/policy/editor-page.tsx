import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useNeeded } from '../../../api/read.ts';
import type { Shape } from '../../../forms/shape.ts';
import { useFormat } from '../../../ui/format.ts';
import { Page } from '../../../ui/page.tsx';
import { told } from '../../../ui/told.ts';
import { PolicyEditor } from './editor.tsx';

/** A draft of the policy: a new one from the policy in force, or one to write on. */
export function EditorPage() {
  const { id = '', draft } = useParams();
  const number = draft === undefined ? undefined : Number(draft);
  const { t } = useTranslation('programme');
  const { text } = useFormat();
  const navigate = useNavigate();
  const { name } = useNeeded('/v1/programmes/{id}', { path: { id } });
  const { inForce, drafts = [], version } = useNeeded('/v1/programmes/{id}/policy', { path: { id } });
  const entry = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'programme', command: 'draft-policy' } });
  const revised = drafts.find((one) => one.draft === number);
  const next = Math.max(0, ...drafts.map((one) => one.draft)) + 1;
  const base = `/programmes/${encodeURIComponent(id)}`;
  return (
    <Page
      title={number === undefined ? t('policy.new') : t('policy.revise', { draft: number })}
      lead={t('policy.editorLead')}
      above={[{ to: base, label: text(name) }]}
    >
      <PolicyEditor
        key={draft ?? 'new'}
        programme={id}
        shape={entry.schema as Shape}
        version={version}
        inForce={inForce.policy}
        initial={revised ? { draft: number, policy: revised.policy } : { policy: inForce.policy }}
        draftName={`${id}/${draft ?? 'new'}`}
        onRecorded={() => {
          told(t('policy.saved'));
          void navigate(`${base}/policy/drafts/${number ?? next}`);
        }}
        onLook={() => void navigate(base)}
      />
    </Page>
  );
}
