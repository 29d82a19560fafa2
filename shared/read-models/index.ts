export {
  type Between,
  Decided,
  Differences,
  differencesOf,
  Switch,
  Touched,
  touchedOf,
} from './as-of/differences.ts';
export { kindsWithPage, pageOf } from './as-of/page.ts';
export { Past } from './as-of/past.ts';
export { type PastLog, PastStates } from './as-of/past-states.ts';
export { thingsOfProgramme } from './as-of/programme-things.ts';
export { JournalEntry, type JournalQuery, readJournal } from './audit-journal/journal.ts';
export { CallPage, type CallQuery, CallRow, findCallPage, listCalls } from './calls/call-board.ts';
export { ViewStates } from './folding/states.ts';
export { compareViews, type ViewCompared } from './keeping/compare.ts';
export { waitFor } from './keeping/freshness.ts';
export { completeTo, type ViewLag, viewLag } from './keeping/lag.ts';
export { migrateReadModels } from './keeping/migrate.ts';
export { viewApplier } from './keeping/projector.ts';
export { type RebuildOptions, RebuildUnderWay, rebuild } from './keeping/rebuild.ts';
export { findLessons, type LessonQuery, LessonRow } from './lessons/lessons.ts';
export { listWork, type OverdueStep, overdueSteps, WorkItem, type WorkQuery } from './my-work/work.ts';
export { listPortfolio, type PortfolioQuery, PortfolioRow } from './portfolio/portfolio.ts';
export { findProjectPage } from './project-page/project-page.ts';
export { ProjectPage } from './project-page/shape.ts';
export { type Found, searchByTitle, type TitleQuery, titlesOf } from './search/search.ts';
