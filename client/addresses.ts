import type { PinnedRevision } from '../shared/designs/partLines.ts';
import type { ImportTable } from '../shared/imports/commands.ts';

/** The pages of one design, besides the first. */
export type DesignPart =
  | 'model'
  | 'story'
  | 'parts'
  | 'steps'
  | 'files'
  | 'lineage'
  | 'talk'
  | 'used'
  | 'built';

/** What a build begins with, as its address says it. */
export interface BuildBegun {
  design?: string;
  revision?: number;
  /** The thing that is mended, changed or taken apart. */
  subject?: string;
  kind?: string;
  workshop?: string;
  /** The build and the line of its parts list for which this part is made. */
  forBuild?: string;
  line?: string;
}

const asked = (path: string, about: object) => {
  const given = Object.entries(about).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** The addresses of the pages, each written once. */
export const addressOf = {
  today: '/',
  machines: '/machines',
  machinesOf: (workshopId: string) => `/machines?workshop=${workshopId}`,
  machine: (machineId: string) => `/machines/${machineId}`,
  calendar: (machineId: string) => `/machines/${machineId}/calendar`,
  label: (machineId: string) => `/machines/${machineId}/label`,
  code: (labelCode: string) => `/m/${encodeURIComponent(labelCode)}`,
  scan: '/scan',
  bookings: '/bookings',
  borrow: '/borrow',
  search: (words?: string) => (words ? `/search?q=${encodeURIComponent(words)}` : '/search'),
  desk: (workshopId: string) => `/workshops/${workshopId}/desk`,
  stewardDay: (workshopId: string) => `/workshops/${workshopId}/day`,
  find: '/find',
  findFor: (machineId: string) => `/find?machine=${machineId}`,
  findKind: (kind: string) => `/find?kind=${kind}`,
  inductions: '/inductions',
  workshops: '/workshops',
  workshop: (workshopId: string) => `/workshops/${workshopId}`,
  /** Where somebody joins, and goes back then. */
  joinFrom: (workshopId: string, next: string) => `/workshops/${workshopId}?next=${encodeURIComponent(next)}`,
  people: (workshopId: string) => `/workshops/${workshopId}/people`,
  devices: (workshopId: string) => `/workshops/${workshopId}/devices`,
  kiosk: '/kiosk',
  labels: (workshopId: string) => `/workshops/${workshopId}/labels`,
  import: (workshopId: string) => `/workshops/${workshopId}/import`,
  importOf: (workshopId: string, table: ImportTable) => `/workshops/${workshopId}/import?table=${table}`,
  settings: (workshopId: string) => `/workshops/${workshopId}/settings`,
  copyFrom: (workshopId: string) => `/workshops/${workshopId}/machines/copy`,
  newMachine: (workshopId: string) => `/workshops/${workshopId}/machines/new`,
  idle: (workshopId: string) => `/workshops/${workshopId}/idle`,
  timeline: (workshopId: string) => `/workshops/${workshopId}/timeline`,
  found: '/found',
  designs: '/designs',
  /** The catalogue with some of what narrows it: `{ machine: 'lathe' }`. */
  designsWith: (asked: Record<string, string>) => `/designs?${new URLSearchParams(asked)}`,
  drafts: '/designs/drafts',
  draft: (draftId: string) => `/designs/drafts/${draftId}`,
  draftSection: (draftId: string, section: string) => `/designs/drafts/${draftId}?section=${section}`,
  /** `module`: stands in it first, where nothing does yet. */
  workbench: (draftId: string, module?: string) =>
    `/designs/drafts/${draftId}/model${module ? `?module=${encodeURIComponent(module)}` : ''}`,
  newWorkbench: (module?: string) =>
    `/designs/workbench${module ? `?module=${encodeURIComponent(module)}` : ''}`,
  bring: '/designs/bring',
  /** Brought as the next revision of a design. */
  bringAgain: (designId: string) => `/designs/bring?design=${designId}`,
  modules: '/designs/modules',
  /** With sizes that are not as usual: `{ length: '1930.4' }`. */
  module: (module: string, values: Record<string, string> = {}) => {
    const asked = new URLSearchParams(values);
    return `/designs/modules/${module}${asked.size > 0 ? `?${asked}` : ''}`;
  },
  machineRelations: '/designs/machines',
  design: (designId: string) => `/designs/${designId}`,
  /** `revision`: of an older one; the newest where none is given. */
  designPart: (designId: string, part: DesignPart, revision?: number | null) =>
    `/designs/${designId}/${part}${revision ? `?revision=${revision}` : ''}`,
  /** The model with a line of the parts list shown in it, or one of the design's files. */
  designModel: (designId: string, revision: number, shown: { line: string } | { file: string }) =>
    `/designs/${designId}/model?${new URLSearchParams({ revision: String(revision), ...shown })}`,
  revision: (designId: string, revision: number) => `/designs/${designId}/revisions/${revision}`,
  /** The things that a problem of a design concerns. */
  impact: (designId: string, problemId: string) => `/designs/${designId}/problems/${problemId}`,
  manual: (designId: string, revision: number) => `/designs/${designId}/revisions/${revision}/manual`,
  builds: '/builds',
  /** The list with some of what narrows it: `{ workshop }`, `{ design }`. */
  buildsWith: (about: { workshop?: string; design?: string; show?: string }) => asked('/builds', about),
  newBuild: (about: BuildBegun = {}) => asked('/builds/new', about),
  build: (buildId: string) => `/builds/${buildId}`,
  buildPlan: (buildId: string) => `/builds/${buildId}/plan`,
  things: '/things',
  /** The list with some of what narrows it: `{ workshop }`, `{ design }`. */
  thingsWith: (about: { workshop?: string; design?: string; words?: string }) => asked('/things', about),
  newThing: (about: { workshop?: string } = {}) => asked('/things/new', about),
  thing: (itemId: string) => `/things/${itemId}`,
  thingMadeWith: (itemId: string) => `/things/${itemId}/made-with`,
  madeWith: '/made-with',
  /** With the story of one thing standing out: where it came from (`back`), or what came of it. */
  madeWithOf: ({ thing, way }: { thing: string | null; way: 'back' | 'forth' }) =>
    thing === null ? '/made-with' : asked('/made-with', { thing, way: way === 'back' ? undefined : way }),
  figures: '/made-with/figures',
  takeApart: (itemId: string) => `/things/${itemId}/take-apart`,
  thingLabel: (itemId: string) => `/things/${itemId}/label`,
  shelf: '/shelf',
  shelfOf: (workshopId: string) => `/shelf?workshop=${workshopId}`,
  stock: (workshopId: string, materialId: string) => `/shelf/${workshopId}/${materialId}`,
  countShelf: (workshopId: string) => `/shelf/${workshopId}/count`,
  /** Beginning with the bin of this code. */
  countBin: (workshopId: string, code: string) =>
    `/shelf/${workshopId}/count?code=${encodeURIComponent(code)}`,
  /** Labels of all bins; with a code, of that one alone. */
  shelfLabels: (workshopId: string, code?: string) => asked(`/shelf/${workshopId}/labels`, { code }),
  salvage: '/salvage',
  /** The search with some of what it asks: `{ kind: 'shaft', size: '1.25 in' }`. */
  salvageWith: (about: Record<string, string>) => asked('/salvage', about),
  myWork: '/me/work',
  compare: (one: PinnedRevision, other: PinnedRevision) =>
    `/compare?one=${one.designId}:${one.revision}&other=${other.designId}:${other.revision}`,
  /** Where a fork is offered to the design that it came from. */
  suggest: (designId: string, from?: PinnedRevision) =>
    from
      ? `/designs/${designId}/suggest?from=${from.designId}:${from.revision}`
      : `/designs/${designId}/suggest`,
  suggestion: (designId: string, suggestionId: string) => `/designs/${designId}/suggestions/${suggestionId}`,
  me: '/me',
  more: '/more',
  signIn: (next?: string) =>
    next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in',
};

/** Where to go after signing in: a path of this program, never another site. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : addressOf.today;
}
