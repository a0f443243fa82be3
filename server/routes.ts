import type { HiddenArea } from '../shared/members/views.ts';
import { aboutRoute, type DemoSignIns } from './about.ts';
import type { Accounts } from './accounts/accounts.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { answerRoutes } from './bookings/answerRoutes.ts';
import { calendarRoutes } from './bookings/calendarRoutes.ts';
import { entitledRoutes } from './bookings/entitledRoutes.ts';
import { outageRoutes } from './bookings/outageRoutes.ts';
import { everyBookingOf } from './bookings/queries.ts';
import { reservationRoutes } from './bookings/reservationRoutes.ts';
import { bookingRoutes } from './bookings/routes.ts';
import { seriesRoutes } from './bookings/seriesRoutes.ts';
import { useRoutes } from './bookings/useRoutes.ts';
import { waitingRoutes } from './bookings/waitingRoutes.ts';
import { buildsHeldOf, listBuilds } from './builds/queries.ts';
import { buildRoutes } from './builds/routes.ts';
import { calendarRoute, feedRoutes } from './calendars/routes.ts';
import { inductionPlaceRoutes } from './competences/placeRoutes.ts';
import { everyInductionOf } from './competences/queries.ts';
import { recognitionRoutes } from './competences/recognitionRoutes.ts';
import { inductionRoutes } from './competences/routes.ts';
import type { Configuration } from './configuration.ts';
import type { GitReach } from './designs/bringing/gitHttp.ts';
import { bringRoutes } from './designs/bringing/routes.ts';
import { draftOf } from './designs/drafts/draftOf.ts';
import type { Drafts } from './designs/drafts/drafts.ts';
import { publishRoute } from './designs/drafts/publishRoute.ts';
import { draftRoutes } from './designs/drafts/routes.ts';
import { designDrawingRoute } from './designs/drawingRoute.ts';
import { lineageRoutes } from './designs/lineageRoutes.ts';
import { exchangeRoutes } from './designs/okh/routes.ts';
import { partsTableRoute, partsTableRoutes } from './designs/partsTable/routes.ts';
import { problemRoutes } from './designs/problemRoutes.ts';
import { questionRoutes } from './designs/questionRoutes.ts';
import { designReadRoutes } from './designs/readRoutes.ts';
import { designSearchRoutes } from './designs/searchRoutes.ts';
import { suggestionRoutes } from './designs/suggestionRoutes.ts';
import type { Drawings } from './drawings/drawings.ts';
import { oembedRoute } from './embed/oembedRoute.ts';
import { fileRoutes } from './files/routes.ts';
import type { FileStore } from './files/store.ts';
import { authRoutes } from './http/authRoutes.ts';
import { aliveRoute, type PartState, readyRoute } from './http/health.ts';
import type { Metrics } from './http/metrics.ts';
import { openApiOf } from './http/openapi.ts';
import { problemPages } from './http/problemPages.ts';
import type { RawRoute } from './http/rawRoute.ts';
import type { RequesterOf } from './http/requester.ts';
import type { AnyRoute } from './http/route.ts';
import { send, sendJson } from './http/send.ts';
import { importRoutes } from './imports/routes.ts';
import { itemsHeldOf } from './items/queries.ts';
import { itemRoutes } from './items/routes.ts';
import { kioskRoutes } from './kiosks/routes.ts';
import type { Hub } from './live/hub.ts';
import { liveRoute } from './live/route.ts';
import { deskRoutes } from './loans/deskRoutes.ts';
import { shelfRoutes } from './loans/shelfRoutes.ts';
import { toolRoutes } from './loans/toolRoutes.ts';
import { attachmentRoutes } from './machines/attachmentRoutes.ts';
import { faultRoutes } from './machines/care/faultRoutes.ts';
import { maintenanceRoutes } from './machines/care/maintenanceRoutes.ts';
import { stewardDayRoutes } from './machines/care/stewardDay.ts';
import { machineChangeRoutes } from './machines/changeRoutes.ts';
import { copyRoutes } from './machines/copyRoutes.ts';
import { countMachinesOf, hasTools } from './machines/queries.ts';
import { machineRoutes } from './machines/routes.ts';
import { machineSettingRoutes } from './machines/settingRoutes.ts';
import { badgeRoutes } from './members/badgeRoutes.ts';
import { competenceRoutes } from './members/competenceRoutes.ts';
import { joiningRoutes } from './members/joiningRoutes.ts';
import { keyRoutes } from './members/keyRoutes.ts';
import { meRoutes } from './members/meRoutes.ts';
import { peopleRoutes } from './members/peopleRoutes.ts';
import { mayReadTopic } from './members/topics.ts';
import { moduleDrawingRoute, moduleRoutes } from './modules/routes.ts';
import { itemProblemRoutes } from './network/itemProblemRoutes.ts';
import { networkRoutes } from './network/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import type { Parts } from './parts.ts';
import { planRoutes } from './plans/routes.ts';
import { badgeRoutes as readerBadgeRoutes } from './readers/badgeRoutes.ts';
import { offlineRoutes } from './readers/offlineRoutes.ts';
import { readerRoutes } from './readers/routes.ts';
import type { Reckoning } from './reckoning/reckoning.ts';
import { searchRoutes } from './search/routes.ts';
import { stockChangeRoutes } from './stock/changeRoutes.ts';
import { hasStock } from './stock/queries.ts';
import { stockRoutes } from './stock/routes.ts';
import type { Views } from './views/views.ts';
import { workOf } from './work/queries.ts';
import { workRoutes } from './work/routes.ts';
import { appointmentRoutes } from './workshops/appointmentRoutes.ts';
import { mayFound } from './workshops/founding.ts';
import { foundingRoutes } from './workshops/foundingRoutes.ts';
import { workshopRoutes } from './workshops/routes.ts';

/** What the routes of the whole program are built from. */
export interface RoutesOptions {
  configuration: Configuration;
  /** Origin as people reach the program. */
  url: string;
  parts: Parts;
  files: FileStore;
  accounts: Accounts;
  drafts: Drafts;
  drawings: Drawings;
  reckoning: Reckoning;
  /** Where Git repositories may be fetched from. */
  gitReach: GitReach;
  views: Views;
  hub: Hub;
  metrics: Metrics;
  requesterOf: RequesterOf;
  isStopping(): boolean;
  /** What a demo server tells everybody. */
  demo(): DemoSignIns | null;
}

const VERSION = '0.1.0';

/** Every route of the program: of the contexts, of signing in, and of its operation. */
export function routesOf(options: RoutesOptions): { routes: AnyRoute[]; rawRoutes: RawRoute[] } {
  const { accounts, hub } = options;
  const files = fileRoutes(options.parts, {
    store: options.files,
    sent: accounts.uploads,
    coming: {
      dataFolder: options.configuration.dataDir,
      records: accounts.incomingFiles,
      lease: accounts.lease,
    },
  });
  const routes = [...contextRoutes(options), ...files.routes, problemPages, aliveRoute];
  const rawRoutes = [
    ...authRoutes(accounts.authHandler, () => void hub.recheck()),
    ...files.rawRoutes,
    ...exchangeRoutes(options.parts, options.files, options.url),
    calendarRoute(options.parts, accounts, options.url),
    partsTableRoute(options.parts),
    ...workRoutes(options.parts).rawRoutes,
    moduleDrawingRoute(options.drawings),
    designDrawingRoute(options.parts, options.files, options.drawings),
    oembedRoute(options.parts, options.url),
    ...operationRoutes(options),
  ];
  return {
    routes,
    rawRoutes: [...rawRoutes, documentRoute(() => openApiOf([...routes, ...rawRoutes], VERSION))],
  };
}

/** What a workshop uses of the areas that stay hidden until their first content. */
function areasOf(views: Parts['views'], workshopId: string): HiddenArea[] {
  const builds = { workshopId, designId: null, status: null, kind: null, memberId: null };
  return [
    ...(hasTools(views, workshopId) ? (['borrow'] as const) : []),
    ...(listBuilds(views, { ...builds, offset: 0, limit: 1 }).length > 0 ? (['builds'] as const) : []),
    ...(hasStock(views, workshopId) ? (['shelf'] as const) : []),
  ];
}

function contextRoutes(options: RoutesOptions): AnyRoute[] {
  const { configuration, url, parts, accounts, demo, drafts, files, gitReach, reckoning } = options;
  const { invitations, foundingCode, foundingRequests, members } = accounts;
  const { founding } = configuration;
  return [
    aboutRoute({ views: parts.views, accounts, founding, url, demo }),
    ...foundingRoutes(parts, {
      mode: founding,
      requests: foundingRequests,
      code: foundingCode,
      members,
      forget: accounts.erase,
    }),
    ...workshopRoutes(parts, { machinesIn: (workshopId) => countMachinesOf(parts.views, workshopId) }),
    ...appointmentRoutes(parts),
    ...joiningRoutes(parts, { invitations, publicUrl: url }),
    ...peopleRoutes(parts),
    ...competenceRoutes(parts),
    ...recognitionRoutes(parts),
    ...inductionRoutes(parts),
    ...inductionPlaceRoutes(parts),
    ...machineRoutes(parts),
    ...machineChangeRoutes(parts),
    ...attachmentRoutes(parts),
    ...machineSettingRoutes(parts),
    ...copyRoutes(parts),
    ...faultRoutes(parts, { attempts: accounts.attempts }),
    ...maintenanceRoutes(parts),
    ...stewardDayRoutes(parts),
    ...bookingRoutes(parts),
    ...seriesRoutes(parts),
    ...reservationRoutes(parts),
    ...useRoutes(parts),
    ...answerRoutes(parts),
    ...waitingRoutes(parts),
    ...entitledRoutes(parts),
    ...outageRoutes(parts),
    ...calendarRoutes(parts),
    ...toolRoutes(parts),
    ...deskRoutes(parts, accounts.badges),
    ...shelfRoutes(parts),
    ...availabilityRoutes(parts),
    ...designReadRoutes(parts, {
      draftOf: (memberId, designId) => draftOf(drafts, memberId, designId),
      reckoning,
    }),
    ...designSearchRoutes(parts),
    ...moduleRoutes(),
    ...searchRoutes(parts),
    ...suggestionRoutes(parts),
    ...problemRoutes(parts),
    ...questionRoutes(parts),
    ...lineageRoutes(parts),
    ...buildRoutes(parts),
    ...workRoutes(parts).routes,
    ...networkRoutes(parts),
    ...itemProblemRoutes(parts),
    ...stockRoutes(parts),
    ...stockChangeRoutes(parts),
    ...planRoutes(parts),
    ...itemRoutes(parts),
    ...meRoutes(parts, {
      accounts,
      mayFound: (memberId) => mayFound(founding, foundingRequests, memberId),
      areasOf: (workshopId) => areasOf(parts.views, workshopId),
      heldElsewhere: (memberId) => ({
        bookings: everyBookingOf(parts.views, memberId),
        inductions: everyInductionOf(parts.views, memberId),
        drafts: drafts.heldBy(memberId),
        builds: buildsHeldOf(parts.views, memberId),
        things: itemsHeldOf(parts.views, memberId),
        work: workOf(parts.views, memberId),
      }),
    }),
    ...draftRoutes({ ...parts, reckoning }, drafts),
    publishRoute(parts, drafts, accounts.uploads),
    ...bringRoutes(parts, {
      store: files,
      sent: accounts.uploads,
      drafts,
      git: { dataFolder: configuration.dataDir, reach: gitReach },
    }),
    ...partsTableRoutes(parts, drafts),
    ...importRoutes(parts, accounts, url),
    ...keyRoutes(parts, accounts),
    ...badgeRoutes(parts, accounts, url),
    ...readerRoutes(parts, accounts),
    ...kioskRoutes(parts, accounts),
    ...readerBadgeRoutes(parts, accounts),
    ...offlineRoutes(parts, accounts),
    ...noticeRoutes({ views: parts.views, texts: accounts.texts, url }, accounts),
    ...feedRoutes(parts, accounts, url),
  ];
}

function operationRoutes({ hub, requesterOf, metrics, ...options }: RoutesOptions): RawRoute[] {
  return [
    liveRoute({
      hub,
      requesterOf,
      mayReadTopic: (requester, stream) =>
        mayReadTopic(options.parts.views, requester, stream, options.parts.clock()),
    }),
    readyRoute({
      process: () => (options.isStopping() ? { well: false, reason: 'It is stopping.' } : { well: true }),
      log: async () => {
        await options.parts.store.head();
        return { well: true };
      },
      views: () => viewsState(options.views),
      accounts: () => {
        options.accounts.members.namesNow(['']);
        return { well: true };
      },
    }),
    {
      method: 'get',
      path: '/metrics',
      summary: 'Counts for Prometheus',
      tag: 'operation',
      access: 'public',
      produces: 'text/plain',
      respond: async (_request, response) => send(response, 200, metrics.contentType, await metrics.text()),
    },
  ];
}

function viewsState(views: Views): PartState {
  const state = views.status();
  if (state.status === 'live') return { well: true };
  return { well: false, reason: state.status === 'stopped' ? state.reason : 'They are catching up.' };
}

/** Describes all schemas when it is first asked: a start does not wait for it. */
function documentRoute(describe: () => Record<string, unknown>): RawRoute {
  let document: Record<string, unknown> | undefined;
  return {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    tag: 'about',
    access: 'public',
    produces: 'application/json',
    respond: (_request, response) => {
      document ??= describe();
      sendJson(response, 200, document);
    },
  };
}
