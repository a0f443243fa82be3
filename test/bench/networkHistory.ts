import { DatabaseSync } from 'node:sqlite';
import { designsProjection } from '../../server/designs/projection.ts';
import { networkProjection } from '../../server/network/projection.ts';
import { openViewsDatabase, type ViewsDatabase } from '../../server/views/database.ts';
import { workshopsProjection } from '../../server/workshops/projection.ts';

export const BUILDS = 100_000;
export const ITEMS = 1_000_000;
/** Every so many builds make a machine, and each build used two of the machines before it. */
const MACHINES = 100;
export const DESIGNS = 1000;
export const REVISIONS = 3;

/** The id of something by its kind (one hex digit) and number; scattered, as ids made by chance are. */
const idOf = (kind: number, number: string) =>
  `printf('%08x-0000-4000-a000-${kind.toString(16)}%011x', (${number}) * 2654435761 % 4294967296, ${number})`;
export const thingId = (number: number): string =>
  `${((number * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-0000-4000-a000-1${number.toString(16).padStart(11, '0')}`;
const thing = (number: string) => idOf(1, number);
const build = (number: string) => idOf(2, number);
const fitting = (number: string) => idOf(3, number);
const session = (number: string) => idOf(4, number);
export const designNumbered = (number: number): string =>
  `00000000-0000-4000-a000-5${number.toString(16).padStart(11, '0')}`;
const version = (number: string, revision: string) =>
  `printf('00000000-0000-4000-a000-5%011x:%d', ${number}, ${revision})`;

const FIRST = Date.UTC(2020, 0, 1);
const HOUR = 3_600_000;

/** Which part goes into which whole, and of every tenth in which it was before, if that is an earlier one. */
const WHOLE = `(n - ${BUILDS}) % ${BUILDS}`;
const BEFORE = `((n - ${BUILDS}) * 7919 % ${BUILDS})`;
const WAS_ELSEWHERE = `n % 10 = 0 and ${BEFORE} < ${WHOLE}`;
const MACHINE = (of: string, turn: string) =>
  `(${of} * (7 + ${turn} * 6) % max(1, ${of} / ${MACHINES})) * ${MACHINES}`;

/** Rows of a table from numbers, in the order of their keys, as a database that was rebuilt holds them. */
const insert = (table: string, columns: Record<string, string>, from: string) =>
  `insert into ${table} (${Object.keys(columns).join(', ')})
    select ${Object.values(columns).join(', ')} from ${from} order by 1`;

const THINGS = insert(
  'networkThings',
  {
    itemId: thing('n'),
    name: `'Part ' || n`,
    workshopId: `'w' || n % 40`,
    version: `case when n < ${BUILDS} or n % 2 then ${version(`n / 2 % ${DESIGNS}`, `n % ${REVISIONS} + 1`)} end`,
    versionKey: `${thing('n')} || '@1'`,
    material: `''`,
    how: `case when n < ${BUILDS} then 'made' else 'bought' end`,
    madeBy: `case when n < ${BUILDS} then ${build('n')} end`,
    insideOf: `case when n >= ${BUILDS} then ${thing(WHOLE)} end`,
    state: `case when n >= ${BUILDS} and ${WAS_ELSEWHERE} then ${fitting(`n + ${ITEMS}`)} else ${thing('n')} end`,
    fittings: `case when n < ${BUILDS} then 0 when ${WAS_ELSEWHERE} then 2 else 1 end`,
    holds: `case when n < ${BUILDS} then ${ITEMS / BUILDS - 1} else 0 end`,
    isMachine: `n < ${BUILDS} and n % ${MACHINES} = 0`,
    beganAt: `${FIRST} + n * 1000`,
    beingMade: '0',
  },
  'numbers',
);
const VERSIONS = insert(
  'networkVersions',
  { span: 'versionKey', itemId: 'itemId', version: 'version', since: 'beganAt', gone: '0' },
  'networkThings where version is not null',
);
const BUILD_ROWS = insert(
  'networkBuilds',
  {
    buildId: build('n'),
    workshopId: `'w' || n % 40`,
    kind: `'make'`,
    name: `'Build ' || n`,
    things: `json_array(${thing('n')})`,
    startedAt: `${FIRST} + n * ${HOUR}`,
    abandoned: '0',
  },
  `numbers where n < ${BUILDS}`,
);
/** `shift` tells earlier fittings from the present ones. */
const fittings = (shift: number, whole: string, until: string, life: string, from: string) =>
  insert(
    'networkFittings',
    {
      fittingId: fitting(`n + ${shift}`),
      itemId: thing('n'),
      intoId: thing(whole),
      at: `${FIRST} + (${whole}) * ${HOUR}`,
      until,
      life,
      position: 'n',
    },
    from,
  );
const FITTINGS = [
  fittings(0, WHOLE, 'null', `case when ${WAS_ELSEWHERE} then 2 else 1 end`, `numbers where n >= ${BUILDS}`),
  fittings(
    ITEMS,
    BEFORE,
    `${FIRST} + (${WHOLE}) * ${HOUR} - 1`,
    '1',
    `numbers where n >= ${BUILDS} and ${WAS_ELSEWHERE}`,
  ),
];
const used = (turn: number) =>
  insert(
    'networkBuildUses',
    {
      link: `${build('n')} || '/' || ${session(`n * 2 + ${turn}`)}`,
      buildId: build('n'),
      bookingId: session(`n * 2 + ${turn}`),
      machineId: thing(MACHINE('n', String(turn))),
    },
    `numbers where n >= ${MACHINES} and n < ${BUILDS}`,
  );
const USES = `insert into networkUses select bookingId, machineId, 'w', 'm', ${FIRST}, ${FIRST} + ${HOUR}
  from networkBuildUses order by 1`;
const LINKS = [
  `select madeBy || '>' || itemId, madeBy, null, itemId, itemId, 'made', beganAt from networkThings where madeBy is not null`,
  `select 'use/' || link, machineId, machineId, buildId, null, 'madeWith', ${FIRST} from networkBuildUses`,
  // An earlier fitting is of the first state, a present one of the last.
  `select f.fittingId, iif(until is null, state, itemId), itemId, intoId, intoId, 'fitted', at
    from networkFittings f join networkThings using (itemId)`,
  `select 'out/' || fittingId, intoId, intoId, fittingId, itemId, 'recovered', until from networkFittings where until is not null`,
  `select 'state/' || fittingId, itemId, itemId, fittingId, itemId, 'same', until from networkFittings where until is not null`,
].map((rows) => `insert into networkLinks ${rows} order by 1`);
/** Designs in five levels: each pins two of the level below, revision by revision. */
const PINS = [0, 1].map(
  (
    turn,
  ) => `insert into designPins (pin, pinning, pinned, pinnedDesign, pinnedRevision, quantity, massQuantity,
      costQuantity, level, standing)
    select ${version('n', 'r')} || '>${turn}', ${version('n', 'r')}, ${version(`n - 200 + ${turn}`, 'r')}, '', r, 1, 1, 1, 1, 0
    from numbers join (select 1 as r union select 2 union select 3) where n >= 200 and n < ${DESIGNS}`,
);

/** The views of such a network, written straight into their tables: the projection takes minutes for as many events. */
export function fillNetwork(path: string): ViewsDatabase {
  const projections = [workshopsProjection, designsProjection, networkProjection];
  const views = openViewsDatabase(
    path,
    projections.flatMap(({ tables }) => tables),
  );
  views.database.exec(`pragma synchronous = off; pragma journal_mode = off; pragma cache_size = -256000;
    create temp table numbers (n integer primary key);
    insert into numbers with recursive up (n) as (select 0 union all select n + 1 from up where n < ${ITEMS - 1})
      select n from up`);
  for (const sql of [THINGS, VERSIONS, BUILD_ROWS, ...FITTINGS, used(0), used(1), USES, ...LINKS, ...PINS]) {
    views.database.exec(sql);
  }
  views.finish();
  views.database.exec('drop table numbers; pragma cache_size = -32000');
  return views;
}

/** The baseline: the same rows in plain tables with the indexes that its queries want. */
export function copyPlain(path: string, viewsPath: string): DatabaseSync {
  const plain = new DatabaseSync(path);
  plain.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -256000;
    attach '${viewsPath}' as views;
    create table items (id text primary key, name text not null, made_by text, version text, ended text);
    create table builds (id text primary key, name text not null);
    create table fittings (id text primary key, item text not null, whole text not null, at integer not null,
      until integer);
    create table uses (build text not null, machine text not null);
    create table pins (pinning text not null, pinned text not null);
    create table answers (item text not null, problem text not null, answer text not null);
    insert into items select itemId, name, madeBy, version, ended from views.networkThings order by 1;
    insert into builds select buildId, name from views.networkBuilds order by 1;
    insert into fittings select fittingId, itemId, intoId, at, until from views.networkFittings order by 1;
    insert into uses select buildId, machineId from views.networkBuildUses;
    insert into pins select pinning, pinned from views.designPins;
    create index itemsByMaker on items (made_by);
    create index itemsByVersion on items (version);
    create index fittingsByItem on fittings (item);
    create index fittingsByWhole on fittings (whole);
    create index usesByBuild on uses (build);
    create index usesByMachine on uses (machine);
    create index pinsByPinned on pins (pinned);
    create index answersByProblem on answers (problem, item);
    detach views; analyze; pragma cache_size = -32000`);
  return plain;
}
