import type { FunctionComponent } from 'preact';
import { exec } from 'preact-iso/router';
import { buildRoutes } from './buildRoutes.ts';
import { speakOfWorkshops } from './catalogue/workshopTexts.ts';
import { designRoutes } from './designRoutes.ts';

/** What a page gets from its address. */
export interface PageProps {
  /** The path without the query. */
  path: string;
  /** Named parts of the path, by name. */
  params: Record<string, string>;
  query: Record<string, string>;
}

export type Page = FunctionComponent<PageProps>;

export interface PageRoute {
  path: string;
  /** Nobody is sent to sign in first. */
  open?: boolean;
  load: () => Promise<Page>;
}

/** Pages of workshops, machines and people. */
const workshopRoutes: readonly PageRoute[] = [
  { path: '/', load: async () => (await import('./pages/todayPage.tsx')).TodayPage },
  {
    path: '/machines',
    open: true,
    load: async () => (await import('./pages/machinesPage.tsx')).MachinesPage,
  },
  {
    path: '/machines/:machineId',
    open: true,
    load: async () => (await import('./pages/machinePage.tsx')).MachinePage,
  },
  {
    path: '/machines/:machineId/calendar',
    load: async () => (await import('./pages/calendarPage.tsx')).CalendarPage,
  },
  {
    path: '/machines/:machineId/label',
    load: async () => (await import('./pages/labelPage.tsx')).LabelPage,
  },
  { path: '/m/:code', open: true, load: async () => (await import('./pages/codePage.tsx')).CodePage },
  { path: '/scan', open: true, load: async () => (await import('./pages/scanPage.tsx')).ScanPage },
  { path: '/search', open: true, load: async () => (await import('./pages/searchPage.tsx')).SearchPage },
  { path: '/borrow', load: async () => (await import('./pages/borrowPage.tsx')).BorrowPage },
  {
    path: '/workshops/:workshopId/desk',
    load: async () => (await import('./pages/deskPage.tsx')).DeskPage,
  },
  { path: '/bookings', load: async () => (await import('./pages/bookingsPage.tsx')).BookingsPage },
  { path: '/find', load: async () => (await import('./pages/findPage.tsx')).FindPage },
  { path: '/inductions', load: async () => (await import('./pages/inductionsPage.tsx')).InductionsPage },
  {
    path: '/workshops',
    open: true,
    load: async () => (await import('./pages/workshopsPage.tsx')).WorkshopsPage,
  },
  {
    path: '/workshops/:workshopId',
    open: true,
    load: async () => (await import('./pages/workshopPage.tsx')).WorkshopPage,
  },
  {
    path: '/workshops/:workshopId/day',
    load: async () => (await import('./pages/stewardDayPage.tsx')).StewardDayPage,
  },
  {
    path: '/workshops/:workshopId/people',
    load: async () => (await import('./pages/peoplePage.tsx')).PeoplePage,
  },
  {
    path: '/workshops/:workshopId/settings',
    load: async () => (await import('./pages/settingsPage.tsx')).SettingsPage,
  },
  {
    path: '/workshops/:workshopId/import',
    load: async () => (await import('./pages/importPage.tsx')).ImportPage,
  },
  {
    path: '/workshops/:workshopId/labels',
    load: async () => (await import('./pages/labelsPage.tsx')).LabelsPage,
  },
  {
    path: '/workshops/:workshopId/machines/copy',
    load: async () => (await import('./pages/copyFromPage.tsx')).CopyFromPage,
  },
  {
    path: '/workshops/:workshopId/machines/new',
    load: async () => (await import('./pages/newMachinePage.tsx')).NewMachinePage,
  },
  {
    path: '/workshops/:workshopId/timeline',
    load: async () => (await import('./pages/timelinePage.tsx')).TimelinePage,
  },
  {
    path: '/workshops/:workshopId/idle',
    open: true,
    load: async () => (await import('./pages/idlePage.tsx')).IdlePage,
  },
  { path: '/found', open: true, load: async () => (await import('./pages/foundPage.tsx')).FoundPage },
  {
    path: '/invite/:workshopId/:token',
    open: true,
    load: async () => (await import('./pages/invitePage.tsx')).InvitePage,
  },
  {
    path: '/claim/:token',
    open: true,
    load: async () => (await import('./pages/claimPage.tsx')).ClaimPage,
  },
  { path: '/kiosk', open: true, load: async () => (await import('./pages/kioskPage.tsx')).KioskPage },
  {
    path: '/workshops/:workshopId/devices',
    load: async () => (await import('./pages/devicesPage.tsx')).DevicesPage,
  },
  { path: '/me', load: async () => (await import('./pages/mePage.tsx')).MePage },
  { path: '/more', open: true, load: async () => (await import('./pages/morePage.tsx')).MorePage },
  { path: '/sign-in', open: true, load: async () => (await import('./pages/signInPage.tsx')).SignInPage },
  { path: '/reset', open: true, load: async () => (await import('./pages/resetPage.tsx')).ResetPage },
];

/** Texts first: a page takes its own when it is loaded. */
const afterTexts = ({ load, ...route }: PageRoute): PageRoute => ({
  ...route,
  load: async () => {
    await speakOfWorkshops();
    return load();
  },
});

/** Every address of the program. Each page is a file of its own, fetched when it is first needed. */
export const routes: readonly PageRoute[] = [
  ...workshopRoutes.map(afterTexts),
  ...designRoutes,
  ...buildRoutes,
];

export const notFound: PageRoute = {
  path: '*',
  open: true,
  load: async () => (await import('./pages/notFoundPage.tsx')).NotFoundPage,
};

/** Fetches the code of the page at a path while the first questions are still under way. Never throws. */
export function fetchAhead(path: string): void {
  const blank = () => ({ path, query: {}, params: {} });
  const route = routes.find((each) => exec(path, each.path, blank()));
  route?.load().catch(() => undefined);
}
