import { IconCircle, IconCircleCheck, IconCircleDashed, IconSend } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import classes from './application.module.css';
import { applicationOf, fieldsOf, type SectionName, sectionsOf } from './sections.ts';
import type { Application } from './use-application.ts';

type Standing = 'whole' | 'begun' | 'open' | 'last';

/** How far a section is: what is missing in it, and whether anything is there. */
function standingOf({ file, content, missing }: Application, section: SectionName): Standing {
  if (section === 'hand-in') return 'last';
  const lacks = missing.some((one) => one.section === section);
  const filled =
    section === 'pieces'
      ? file.pieces.length > 0
      : section === 'partners'
        ? file.consortium.length > 0
        : fieldsOf[section].some((field) => content[field] !== undefined);
  if (lacks) return filled ? 'begun' : 'open';
  return filled ? 'whole' : 'open';
}

const icons = { whole: IconCircleCheck, begun: IconCircleDashed, open: IconCircle, last: IconSend } as const;

/** The sections of an application, with how far each is. */
export function SectionNav({ application }: { readonly application: Application }) {
  const { t } = useTranslation('application');
  const { pathname } = useLocation();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the open section is brought into sight
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const answers = application.file.changes === 'supplement';
  return (
    <nav aria-label={t('sections')} className={`${classes.nav} no-print`}>
      <ol ref={list}>
        {sectionsOf(application.file).map((section) => {
          const standing = standingOf(application, section);
          const Shape = icons[standing];
          return (
            <li key={section}>
              <NavLink to={applicationOf(application.id, section)} className={classes.step} data-standing={standing} preventScrollReset>
                <Shape size={18} stroke={1.8} aria-hidden />
                <span>{t(section === 'hand-in' && answers ? 'section.answer' : `section.${section}`)}</span>
                {standing !== 'last' && <span className="visually-hidden">{t(`progress.${standing}`)}</span>}
              </NavLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
