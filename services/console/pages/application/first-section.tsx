import { Navigate, useOutletContext } from 'react-router';
import { applicationOf } from './sections.ts';
import type { Application } from './use-application.ts';

/** An application is opened where something is still missing; one whose pieces are asked for, where they are answered. */
export function FirstSection() {
  const { id, file, missing } = useOutletContext<Application>();
  const section = file.changes === 'supplement' ? 'pieces' : (missing[0]?.section ?? 'hand-in');
  return <Navigate to={applicationOf(id, section)} replace />;
}
