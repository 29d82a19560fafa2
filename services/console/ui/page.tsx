import { Anchor, Breadcrumbs, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useNavigationType } from 'react-router';
import classes from './page.module.css';

export interface PageProps {
  /** The page's first heading, and its name in the browser. */
  readonly title: string;
  /** Beside the title: what to do here. */
  readonly actions?: ReactNode;
  /** Below the title: where it stands, in one line. */
  readonly lead?: ReactNode;
  /** The way here, from far to near. */
  readonly above?: readonly { readonly to: string; readonly label: string }[];
  readonly children: ReactNode;
}

/** The frame of every page: one first heading, which takes the focus when one comes here by a link, so that a screen reader says where one is. */
export function Page({ title, actions, lead, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useNavigationType();
  useEffect(() => {
    document.title = `${title} – Jalon`;
  }, [title]);
  useEffect(() => {
    if (came === 'PUSH') heading.current?.focus({ preventScroll: true });
  }, [came]);
  return (
    <>
      <header className={classes.header}>
        {above && above.length > 0 && (
          <Breadcrumbs className={`${classes.above} no-print`} mb={4} separatorMargin={6}>
            {above.map(({ to, label }) => (
              <Anchor key={to} component={Link} to={to} size="sm">
                {label}
              </Anchor>
            ))}
          </Breadcrumbs>
        )}
        <Group justify="space-between" align="flex-start" gap="md">
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {actions && (
            <Group gap="xs" className="no-print">
              {actions}
            </Group>
          )}
        </Group>
        {lead && <div className={classes.lead}>{lead}</div>}
      </header>
      {children}
    </>
  );
}
