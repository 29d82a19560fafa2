import { Suspense, useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { Bars, Boundary } from './boundary.tsx';
import classes from './parts.module.css';

export interface PartsProps {
  readonly label: string;
  /** The address of the page; a part is the word that follows it, and the first part follows with none. */
  readonly base: string;
  readonly parts: readonly { readonly to: string; readonly label: string }[];
}

/** The parts of a page, each with an address of its own, as links that look like tabs; the one that is open stands below. */
export function Parts({ label, base, parts }: PartsProps) {
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  // On a narrow screen the part that is open may stand beyond the edge of the bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part that is open follows from the address
  useEffect(() => {
    const open = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (open && bar.current) bar.current.scrollLeft = open.offsetLeft - bar.current.offsetLeft - (bar.current.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <>
      <nav ref={bar} aria-label={label} className={`${classes.bar} no-print`}>
        <ul>
          {parts.map((part) => (
            <li key={part.to}>
              <NavLink to={part.to ? `${base}/${part.to}` : base} end={part.to === ''} className={classes.part} preventScrollReset>
                {part.label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Boundary key={pathname}>
        <Suspense fallback={<Bars />}>
          <Outlet />
        </Suspense>
      </Boundary>
    </>
  );
}
