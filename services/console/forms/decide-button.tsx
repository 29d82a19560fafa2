import { Button, type ButtonProps, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNeeded } from '../api/read.ts';
import { Bars, Boundary } from '../ui/boundary.tsx';
import { useFormat } from '../ui/format.ts';
import { told } from '../ui/told.ts';
import type { Shape } from './shape.ts';

/** The form comes when it is first opened: pages with a button do not load it. */
const DecisionForm = lazy(async () => ({ default: (await import('./decision-form.tsx')).DecisionForm }));

export interface DecideButtonProps extends ButtonProps {
  readonly kind?: string;
  readonly id: string;
  readonly command: string;
  /** The version that whoever decides has seen. */
  readonly version?: number | undefined;
  /** What the page says itself, and does not ask: which milestone, which need. */
  readonly given?: Readonly<Record<string, unknown>> | undefined;
  /** What stands in the form before anything is typed. */
  readonly initial?: unknown;
  /** Tells the draft from those of other buttons for the same command: a part's id. */
  readonly about?: string;
  /** What it is about, in words, beside the name of the decision. */
  readonly of?: string;
  readonly children: ReactNode;
}

/** A decision taken where one is: its form opens beside the page, and what is typed is kept as everywhere. */
export function DecideButton({ kind = 'project', id, command, version, given, initial, about = '', of, children, ...button }: DecideButtonProps) {
  const [opened, { open, close }] = useDisclosure();
  const { t } = useTranslation('forms');
  return (
    <>
      <Button size="xs" variant="default" {...button} onClick={open}>
        {children}
        {of && <span className="visually-hidden"> : {of}</span>}
      </Button>
      <Drawer opened={opened} onClose={close} position="right" size="lg" title={of ?? t('decision')} closeButtonProps={{ 'aria-label': t('close') }}>
        <Boundary>
          <Asked kind={kind} id={id} command={command} version={version} given={given} initial={initial} about={about} onDone={close} />
        </Boundary>
      </Drawer>
    </>
  );
}

interface AskedProps extends Required<Pick<DecideButtonProps, 'kind' | 'id' | 'command' | 'about'>> {
  readonly version: number | undefined;
  readonly given: Readonly<Record<string, unknown>> | undefined;
  readonly initial: unknown;
  readonly onDone: () => void;
}

function Asked({ kind, id, command, version, given, initial, about, onDone }: AskedProps) {
  const { t } = useTranslation('forms');
  const { text } = useFormat();
  const entry = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind, command } });
  // A given part is the same while the form is open, however often the page is drawn anew.
  const key = JSON.stringify(given ?? {});
  const kept = useMemo(() => JSON.parse(key) as Readonly<Record<string, unknown>>, [key]);
  return (
    <Suspense fallback={<Bars />}>
      <DecisionForm
        kind={kind}
        id={id}
        command={command}
        draftName={`${id}/${about}`}
        shape={entry.schema as Shape}
        version={version}
        given={kept}
        initial={initial}
        onLook={onDone}
        onRecorded={() => {
          told(t('recorded', { what: text(entry.title) }));
          onDone();
        }}
      />
    </Suspense>
  );
}
