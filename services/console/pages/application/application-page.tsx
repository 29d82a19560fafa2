import { Button, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useParams } from 'react-router';
import { Bars, Boundary } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import classes from './application.module.css';
import { FileView } from './file-view.tsx';
import { SaveBar } from './save-bar.tsx';
import { SectionNav } from './section-nav.tsx';
import { type Application, useApplication } from './use-application.ts';

/** An application: written section by section while it can be changed, read as a whole after. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const application = useApplication(id);
  return application ? <Shown application={application} /> : <Bars count={8} />;
}

function Shown({ application }: { readonly application: Application }) {
  const { t } = useTranslation(['application', 'shell']);
  const { text, day, distance, moment } = useFormat();
  const { file, content, id } = application;
  const { call, changes, mine } = file;
  const writes = mine && changes !== 'none';
  const title = typeof content.title === 'string' && content.title !== '' ? content.title : t('application:untitled');
  const closes = call.closesOn.includes('T') ? moment(call.closesOn) : day(call.closesOn);
  return (
    <Page
      title={title}
      above={[
        { to: `/calls/${call.call}`, label: text(call.title) },
        { to: `/projects/${id}`, label: t('application:project') },
      ]}
      lead={
        <Text span>
          {changes === 'draft' && t('application:until', { day: closes, left: distance(call.closesOn) })}
          {changes === 'supplement' && t('application:supplementOpen')}
          {changes === 'none' && t(`application:standing.${file.receipt ? 'handed-in' : 'closed'}`)}
        </Text>
      }
      actions={
        <Button
          component={Link}
          to={`/calls/${call.call}/questions`}
          variant="subtle"
          size="sm"
          leftSection={<IconMessageQuestion size={16} aria-hidden />}
        >
          {t('application:askQuestion')}
        </Button>
      }
    >
      {writes ? <Writing application={application} /> : <FileView file={file} />}
    </Page>
  );
}

function Writing({ application }: { readonly application: Application }) {
  const { pathname, hash } = useLocation();
  const { record } = application;
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another section records what is written
  useEffect(() => {
    return () => void record();
  }, [pathname]);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void record();
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [record]);
  useFocusOf(hash.slice(1), pathname);
  return (
    <div className={classes.columns}>
      <SectionNav application={application} />
      <div className={classes.main}>
        <SaveBar application={application} />
        <Boundary key={pathname}>
          <Outlet context={application} />
        </Boundary>
      </div>
    </div>
  );
}

/** Brings the field that the address names before the eyes, once it stands there. */
function useFocusOf(element: string, pathname: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same field can be asked for on coming back to its section
  useEffect(() => {
    if (element === '') return;
    const bring = (): boolean => {
      const found = document.getElementById(element);
      if (!found) return false;
      const target = found.matches('input, textarea, select, button')
        ? found
        : (found.querySelector<HTMLElement>('input, textarea, select, button') ?? found);
      found.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      return true;
    };
    if (bring()) return;
    const watcher = new MutationObserver(() => bring() && watcher.disconnect());
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [element, pathname]);
}
