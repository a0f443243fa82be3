import { speakOfBuilds } from './catalogue/buildTexts.ts';
import type { Page, PageRoute } from './routes.ts';

/** Texts of builds first: their pages take them when they are loaded, and nobody else waits for them. */
const afterTexts = (load: () => Promise<Page>) => async () => {
  await speakOfBuilds();
  return load();
};

/** The addresses of builds, things and shelves; those with a name of their own stand before an id. */
export const buildRoutes: readonly PageRoute[] = [
  {
    path: '/builds',
    open: true,
    load: afterTexts(async () => (await import('./pages/buildsPage.tsx')).BuildsPage),
  },
  {
    path: '/designs/:designId/problems/:problemId',
    open: true,
    load: afterTexts(async () => (await import('./pages/impactPage.tsx')).ImpactPage),
  },
  {
    path: '/builds/new',
    load: afterTexts(async () => (await import('./pages/startBuildPage.tsx')).StartBuildPage),
  },
  {
    path: '/builds/:buildId/plan',
    open: true,
    load: afterTexts(async () => (await import('./pages/planPage.tsx')).PlanPage),
  },
  {
    path: '/me/work',
    load: afterTexts(async () => (await import('./pages/workPage.tsx')).WorkPage),
  },
  {
    path: '/builds/:buildId',
    open: true,
    load: afterTexts(async () => (await import('./pages/buildPage.tsx')).BuildPage),
  },
  {
    path: '/shelf',
    load: afterTexts(async () => (await import('./pages/shelfPage.tsx')).ShelfPage),
  },
  {
    path: '/shelf/:workshopId/count',
    load: afterTexts(async () => (await import('./pages/countPage.tsx')).CountPage),
  },
  {
    path: '/shelf/:workshopId/labels',
    load: afterTexts(async () => (await import('./pages/shelfLabelsPage.tsx')).ShelfLabelsPage),
  },
  {
    path: '/shelf/:workshopId/:materialId',
    load: afterTexts(async () => (await import('./pages/stockPage.tsx')).StockPage),
  },
  {
    path: '/salvage',
    open: true,
    load: afterTexts(async () => (await import('./pages/salvagePage.tsx')).SalvagePage),
  },
  {
    path: '/things',
    open: true,
    load: afterTexts(async () => (await import('./pages/thingsPage.tsx')).ThingsPage),
  },
  {
    path: '/things/new',
    load: afterTexts(async () => (await import('./pages/newThingPage.tsx')).NewThingPage),
  },
  {
    path: '/things/:itemId',
    open: true,
    load: afterTexts(async () => (await import('./pages/thingPage.tsx')).ThingPage),
  },
  {
    path: '/things/:itemId/made-with',
    open: true,
    load: afterTexts(async () => (await import('./pages/madeWithPage.tsx')).ThingMadeWithPage),
  },
  {
    path: '/made-with',
    open: true,
    load: afterTexts(async () => (await import('./pages/madeWithPage.tsx')).MadeWithPage),
  },
  {
    path: '/made-with/figures',
    open: true,
    load: afterTexts(async () => (await import('./pages/figuresPage.tsx')).FiguresPage),
  },
  {
    path: '/things/:itemId/take-apart',
    load: afterTexts(async () => (await import('./pages/takingApartPage.tsx')).TakingApartPage),
  },
  {
    path: '/things/:itemId/label',
    open: true,
    load: afterTexts(async () => (await import('./pages/thingLabelPage.tsx')).ThingLabelPage),
  },
];
