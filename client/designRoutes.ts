import { speakOfDesigns } from './catalogue/designTexts.ts';
import type { Page, PageRoute } from './routes.ts';

/** Texts of designs first: their pages take them when they are loaded, and nobody else waits for them. */
const afterTexts = (load: () => Promise<Page>) => async () => {
  await speakOfDesigns();
  return load();
};

const designPage = afterTexts(async () => (await import('./pages/designPage.tsx')).DesignPage);

/** The addresses of designs; those with a name of their own stand before `:designId`. */
export const designRoutes: readonly PageRoute[] = [
  {
    path: '/designs',
    open: true,
    load: afterTexts(async () => (await import('./pages/designsPage.tsx')).DesignsPage),
  },
  {
    path: '/designs/drafts',
    load: afterTexts(async () => (await import('./pages/draftsPage.tsx')).DraftsPage),
  },
  {
    path: '/designs/drafts/:draftId',
    load: afterTexts(async () => (await import('./pages/draftPage.tsx')).DraftPage),
  },
  {
    path: '/designs/drafts/:draftId/model',
    load: afterTexts(async () => (await import('./pages/workbenchPage.tsx')).WorkbenchPage),
  },
  {
    path: '/designs/workbench',
    load: afterTexts(async () => (await import('./pages/workbenchPage.tsx')).NewWorkbenchPage),
  },
  {
    path: '/designs/bring',
    load: afterTexts(async () => (await import('./pages/bringPage.tsx')).BringPage),
  },
  {
    path: '/designs/machines',
    open: true,
    load: afterTexts(async () => (await import('./pages/relationsPage.tsx')).RelationsPage),
  },
  {
    path: '/designs/modules',
    open: true,
    load: afterTexts(async () => (await import('./pages/modulesPage.tsx')).ModulesPage),
  },
  {
    path: '/designs/modules/:module',
    open: true,
    load: afterTexts(async () => (await import('./pages/modulePage.tsx')).ModulePage),
  },
  {
    path: '/compare',
    open: true,
    load: afterTexts(async () => (await import('./pages/comparePage.tsx')).ComparePage),
  },
  {
    path: '/designs/:designId/suggest',
    load: afterTexts(async () => (await import('./pages/suggestPage.tsx')).SuggestPage),
  },
  {
    path: '/designs/:designId/suggestions/:suggestionId',
    open: true,
    load: afterTexts(async () => (await import('./pages/suggestionPage.tsx')).SuggestionPage),
  },
  {
    path: '/designs/:designId/revisions/:revision/manual',
    open: true,
    load: afterTexts(async () => (await import('./pages/manualPage.tsx')).ManualPage),
  },
  { path: '/designs/:designId/revisions/:revision', open: true, load: designPage },
  { path: '/designs/:designId/:part', open: true, load: designPage },
  { path: '/designs/:designId', open: true, load: designPage },
];
