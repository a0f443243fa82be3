import type { Page } from 'playwright-core';
import type { Place } from './place.ts';

export type Who = 'nobody' | 'member' | 'steward';

/** A page as somebody sees it; where there is a step, what it opens on the page. */
export interface Picture {
  name: string;
  who: Who;
  path: (place: Place) => string;
  /** Only in a place of which this holds; everywhere by default. */
  when?: (place: Place) => boolean;
  /** Not looked at by the walk through every page: a test of its own looks at it, with the same eyes. */
  hasOwnTest?: true;
  /** Ends with something open: a dialog, a form. */
  open?: (page: Page) => Promise<void>;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const dialog = (page: Page) => page.getByRole('dialog').waitFor();

/** The first free stretch, be it of a timeline or of a phone's list. */
async function openFree(page: Page): Promise<void> {
  const stretch = page
    .getByRole('gridcell', { name: /^Free / })
    .or(page.getByRole('button', { name: /^Free / }));
  await stretch.first().dispatchEvent('click');
  await dialog(page);
  await page.getByRole('dialog').getByLabel('From').waitFor();
}

async function manage(page: Page, then: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Manage / })
    .last()
    .click();
  await dialog(page);
  await page.getByRole('dialog').getByRole('button', { name: then, exact: true }).click();
}

const hasBuilds = ({ doneBuildId }: Place) => doneBuildId !== '';

/** Every page of the program, and what opens on it. */
export const pictures: readonly Picture[] = [
  { name: 'sign-in', who: 'nobody', path: () => '/sign-in' },
  { name: 'create-account', who: 'nobody', path: () => '/sign-in?way=create' },
  { name: 'forgot-password', who: 'nobody', path: () => '/sign-in', open: press('Forgot your password?') },
  { name: 'reset', who: 'nobody', path: () => '/reset?token=spent' },
  { name: 'label-signed-out', who: 'nobody', path: ({ labelCode }) => `/m/${labelCode}` },
  { name: 'label-unknown', who: 'nobody', path: () => '/m/ZZZZZZ' },
  { name: 'machines-signed-out', who: 'nobody', path: () => '/machines' },
  { name: 'workshop-signed-out', who: 'nobody', path: ({ workshopId }) => `/workshops/${workshopId}` },
  { name: 'invitation', who: 'nobody', path: ({ invitation }) => invitation },
  { name: 'claim', who: 'nobody', path: () => `/claim/${'0'.repeat(32)}` },
  { name: 'kiosk', who: 'nobody', path: () => '/kiosk' },
  { name: 'design-signed-out', who: 'nobody', path: ({ designId }) => `/designs/${designId}` },
  {
    name: 'design-manual',
    who: 'nobody',
    path: ({ designId }) => `/designs/${designId}/revisions/1/manual`,
  },
  { name: 'workbench-begin', who: 'member', path: () => '/designs/workbench' },
  { name: 'modules', who: 'nobody', path: () => '/designs/modules' },
  { name: 'module', who: 'nobody', path: () => '/designs/modules/power-cube' },
  { name: 'machines-make-machines', who: 'nobody', path: () => '/designs/machines' },
  { name: 'not-found', who: 'nobody', path: () => '/nowhere' },
  { name: 'today', who: 'member', path: () => '/' },
  { name: 'machines', who: 'member', path: () => '/machines' },
  { name: 'machine', who: 'member', path: ({ machineId }) => `/machines/${machineId}` },
  { name: 'machine-out-of-order', who: 'member', path: ({ outOfOrderId }) => `/machines/${outOfOrderId}` },
  { name: 'machine-needs-competence', who: 'member', path: ({ guardedId }) => `/machines/${guardedId}` },
  {
    name: 'machine-book',
    who: 'member',
    path: ({ machineId }) => `/machines/${machineId}`,
    open: async (page) => {
      const answer = page.getByRole('region', { name: 'Can you use it now?' });
      await answer.getByRole('button', { name: /^Book/ }).first().click();
      await page.getByRole('dialog').getByLabel('From').waitFor();
    },
  },
  {
    name: 'machine-start',
    who: 'member',
    when: ({ mayStart }) => mayStart,
    path: ({ machineId }) => `/machines/${machineId}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Start', exact: true }).first().click();
      await dialog(page);
    },
  },
  { name: 'calendar', who: 'member', path: ({ machineId }) => `/machines/${machineId}/calendar` },
  { name: 'timeline', who: 'member', path: ({ workshopId }) => `/workshops/${workshopId}/timeline` },
  {
    name: 'timeline-tomorrow',
    who: 'member',
    path: ({ workshopId, date }) => `/workshops/${workshopId}/timeline?date=${date}`,
  },
  {
    name: 'timeline-week',
    who: 'member',
    path: ({ workshopId }) => `/workshops/${workshopId}/timeline?days=7`,
  },
  {
    name: 'timeline-book',
    who: 'member',
    path: ({ workshopId, date }) => `/workshops/${workshopId}/timeline?date=${date}`,
    open: openFree,
  },
  { name: 'bookings', who: 'member', path: () => '/bookings' },
  {
    name: 'booking-details',
    who: 'member',
    path: () => '/bookings',
    open: async (page) => {
      await page
        .getByRole('button', { name: /change, cancel or correct$/ })
        .first()
        .click();
      await dialog(page);
    },
  },
  { name: 'borrow', who: 'member', path: () => '/borrow' },
  {
    name: 'borrow-reserve',
    who: 'member',
    path: () => '/borrow',
    open: async (page) => {
      await press(/^Reserve Heat gun/)(page);
      await page.getByRole('group', { name: 'Bring it back' }).waitFor();
    },
  },
  { name: 'find', who: 'member', path: () => '/find' },
  { name: 'designs', who: 'member', path: () => '/designs' },
  { name: 'design', who: 'member', path: ({ designId }) => `/designs/${designId}` },
  { name: 'design-story', who: 'member', path: ({ designId }) => `/designs/${designId}/story` },
  { name: 'design-parts', who: 'member', path: ({ designId }) => `/designs/${designId}/parts` },
  { name: 'design-steps', who: 'member', path: ({ designId }) => `/designs/${designId}/steps` },
  { name: 'design-files', who: 'member', path: ({ designId }) => `/designs/${designId}/files` },
  {
    name: 'design-problem',
    who: 'member',
    path: ({ designId }) => `/designs/${designId}/talk`,
    open: press('Report a problem'),
  },
  { name: 'design-lineage', who: 'member', path: ({ designId }) => `/designs/${designId}/lineage` },
  { name: 'design-used', who: 'member', path: ({ designId }) => `/designs/${designId}/used` },
  {
    name: 'design-compare',
    who: 'member',
    path: ({ originId, forkId }) => `/compare?one=${originId}:1&other=${forkId}:1`,
  },
  {
    name: 'design-suggestion',
    who: 'member',
    path: ({ originId, suggestionId }) => `/designs/${originId}/suggestions/${suggestionId}`,
  },
  { name: 'design-suggest', who: 'member', path: ({ originId }) => `/designs/${originId}/suggest` },
  { name: 'drafts', who: 'member', path: () => '/designs/drafts' },
  { name: 'bring', who: 'member', path: () => '/designs/bring' },
  { name: 'builds', hasOwnTest: true, who: 'member', path: () => '/builds' },
  {
    name: 'build-start',
    hasOwnTest: true,
    who: 'member',
    path: ({ designId }) => `/builds/new?design=${designId}`,
    when: hasBuilds,
  },
  { name: 'build-log', who: 'member', path: ({ openBuildId }) => `/builds/${openBuildId}`, when: hasBuilds },
  {
    name: 'build-plan',
    hasOwnTest: true,
    who: 'member',
    path: ({ openBuildId }) => `/builds/${openBuildId}/plan`,
    when: hasBuilds,
  },
  {
    name: 'build-done',
    hasOwnTest: true,
    who: 'nobody',
    path: ({ doneBuildId }) => `/builds/${doneBuildId}`,
    when: hasBuilds,
  },
  { name: 'things', hasOwnTest: true, who: 'member', path: () => '/things' },
  {
    name: 'thing',
    hasOwnTest: true,
    who: 'member',
    path: ({ livedThingId }) => `/things/${livedThingId}`,
    when: hasBuilds,
  },
  {
    name: 'thing-machine',
    hasOwnTest: true,
    who: 'nobody',
    path: ({ madeThingId }) => `/things/${madeThingId}`,
    when: hasBuilds,
  },
  {
    name: 'thing-history',
    hasOwnTest: true,
    who: 'nobody',
    path: ({ madeThingId }) => `/things/${madeThingId}`,
    when: hasBuilds,
    open: async (page) => {
      await press('Go through its history')(page);
      await page.getByRole('slider').first().waitFor();
      await page.locator('canvas').first().waitFor();
      await page.getByText(/Getting ready to draw/).waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'As it was then' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'thing-made-with',
    hasOwnTest: true,
    who: 'nobody',
    path: ({ madeThingId }) => `/things/${madeThingId}/made-with`,
    when: hasBuilds,
  },
  {
    name: 'thing-label',
    hasOwnTest: true,
    who: 'member',
    path: ({ livedThingId }) => `/things/${livedThingId}/label`,
    when: hasBuilds,
  },
  {
    name: 'taking-apart',
    hasOwnTest: true,
    who: 'member',
    path: ({ madeThingId }) => `/things/${madeThingId}/take-apart`,
    when: hasBuilds,
  },
  { name: 'made-with', hasOwnTest: true, who: 'nobody', path: () => '/made-with' },
  { name: 'figures', hasOwnTest: true, who: 'nobody', path: () => '/made-with/figures' },
  {
    name: 'impact',
    hasOwnTest: true,
    who: 'member',
    path: ({ impactDesignId, impactProblemId }) => `/designs/${impactDesignId}/problems/${impactProblemId}`,
    when: ({ impactProblemId }) => impactProblemId !== '',
  },
  {
    name: 'design-built',
    hasOwnTest: true,
    who: 'member',
    path: ({ impactDesignId }) => `/designs/${impactDesignId}/built`,
    when: hasBuilds,
  },
  {
    name: 'shelf',
    hasOwnTest: true,
    who: 'member',
    path: ({ shelfWorkshopId }) => `/shelf?workshop=${shelfWorkshopId}`,
  },
  {
    name: 'stock',
    hasOwnTest: true,
    who: 'member',
    path: ({ shelfWorkshopId, materialId }) => `/shelf/${shelfWorkshopId}/${materialId}`,
    when: hasBuilds,
  },
  {
    name: 'count',
    hasOwnTest: true,
    who: 'member',
    path: ({ shelfWorkshopId }) => `/shelf/${shelfWorkshopId}/count`,
  },
  {
    name: 'shelf-labels',
    hasOwnTest: true,
    who: 'member',
    path: ({ shelfWorkshopId }) => `/shelf/${shelfWorkshopId}/labels`,
  },
  { name: 'salvage', hasOwnTest: true, who: 'nobody', path: () => '/salvage?kind=shaft&size=1.25+in' },
  { name: 'work', hasOwnTest: true, who: 'member', path: () => '/me/work' },
  { name: 'inductions', who: 'member', path: () => '/inductions' },
  { name: 'idle', who: 'member', path: ({ workshopId }) => `/workshops/${workshopId}/idle` },
  { name: 'search', who: 'member', path: () => '/search?q=laser' },
  { name: 'scan', who: 'member', path: () => '/scan' },
  { name: 'workshops', who: 'member', path: () => '/workshops' },
  { name: 'workshop', who: 'member', path: ({ workshopId }) => `/workshops/${workshopId}` },
  { name: 'people-member', who: 'member', path: ({ workshopId }) => `/workshops/${workshopId}/people` },
  { name: 'more', who: 'member', path: () => '/more' },
  { name: 'me', who: 'member', path: () => '/me' },
  { name: 'today-steward', who: 'steward', path: () => '/' },
  { name: 'machine-steward', who: 'steward', path: ({ machineId }) => `/machines/${machineId}` },
  {
    name: 'machine-take-out-of-service',
    who: 'steward',
    path: ({ machineId }) => `/machines/${machineId}`,
    open: press('Take out of service'),
  },
  {
    name: 'machine-edit',
    who: 'steward',
    path: ({ machineId }) => `/machines/${machineId}`,
    open: press('Edit'),
  },
  { name: 'machine-new', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/machines/new` },
  { name: 'import', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/import` },
  { name: 'copy-from', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/machines/copy` },
  { name: 'labels', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/labels` },
  { name: 'label', who: 'steward', path: ({ machineId }) => `/machines/${machineId}/label` },
  { name: 'desk', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/desk` },
  {
    name: 'desk-take-back',
    who: 'steward',
    path: ({ workshopId }) => `/workshops/${workshopId}/desk`,
    open: press('Take back Jigsaw'),
  },
  { name: 'devices', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/devices` },
  { name: 'steward-day', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/day` },
  {
    name: 'machine-repair',
    who: 'steward',
    path: ({ machineId }) => `/machines/${machineId}`,
    open: press('Log a repair'),
  },
  { name: 'people', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/people` },
  {
    name: 'people-pause',
    who: 'steward',
    path: ({ workshopId }) => `/workshops/${workshopId}/people`,
    open: (page) => manage(page, 'Pause'),
  },
  {
    name: 'people-appoint',
    who: 'steward',
    path: ({ workshopId }) => `/workshops/${workshopId}/people`,
    open: (page) => manage(page, 'Appoint'),
  },
  {
    name: 'timeline-reserve',
    who: 'steward',
    path: ({ workshopId }) => `/workshops/${workshopId}/timeline`,
    open: press('Reserve for the workshop'),
  },
  { name: 'settings', who: 'steward', path: ({ workshopId }) => `/workshops/${workshopId}/settings` },
  { name: 'found-another', who: 'steward', path: () => '/found' },
];

/** The pictures that can be taken in a place. */
export const picturesOf = (place: Place, who: Who, of: readonly Picture[] = pictures): Picture[] =>
  of.filter((each) => each.who === who && (each.when?.(place) ?? true));

/** Goes there and waits until it is drawn. */
export async function show(page: Page, { path, open }: Picture, place: Place): Promise<void> {
  await page.goto(path(place));
  await settled(page);
  if (!open) return;
  await open(page);
  await settled(page);
}

/** Nothing is on its way any more: no placeholder stands, the fonts are there. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Loading', { exact: true }).first().waitFor({ state: 'detached' });
  await page.waitForLoadState('load');
  await page.locator('html').evaluate((root) => root.ownerDocument.fonts.ready.then(() => true));
  // What is fetched only for some may have come after the heading.
  await page.getByText('Loading', { exact: true }).first().waitFor({ state: 'detached' });
}
