import { quantityUnit, UNITS } from '../../shared/designs/units.ts';
import { entryId } from '../../shared/identifiers.ts';
import {
  type MomentEntry,
  type MomentKind,
  type MomentsView,
  momentKind,
} from '../../shared/network/momentViews.ts';
import type { ViewsReader } from '../views/reader.ts';
import { thingsById } from './nodes.ts';
import { provenanceFrom, provenanceOfLife } from './provenances.ts';
import { revisionsOf } from './revisions.ts';
import {
  type BuildRow,
  type FittingRow,
  networkBuilds,
  networkFittings,
  networkMeetings,
  networkMoments,
  networkTakes,
  networkThings,
  networkUses,
  revisionNamed,
} from './tables.ts';

/** Moments that one answer tells, and fittings that are looked at for them. */
const MOST = 10_000;

/** Sessions are told by calendars: among what happened at once they come last. */
const LAST = Number.MAX_SAFE_INTEGER;

interface Happening {
  at: number;
  position: number;
  kind: MomentKind;
  step: string | null;
  about: string | null;
  enters: number[];
  leaves: number[];
}

/** Fittings into these things, and into whatever was ever fitted into them. */
const FITTINGS = `with recursive wholes (itemId) as (
    select value from json_each(?) union select networkFittings.itemId from wholes
      cross join networkFittings on intoId = wholes.itemId limit ${MOST})
  select networkFittings.* from wholes cross join networkFittings on intoId = wholes.itemId
  order by at, position limit ${MOST}`;

/** What happened to a build's things while it lasted and before: see `MomentsView`. Null: there is no such build. */
export function momentsOfBuild(views: ViewsReader, buildId: string): MomentsView | null {
  const build = views.byKey(networkBuilds, buildId);
  if (!build) return null;
  const made: string[] = JSON.parse(build.things);
  const things = build.subjectId === null ? made : [...made, build.subjectId];
  const story = new Story(views);
  const until = build.completedAt ?? Number.POSITIVE_INFINITY;
  story.addFittings(things, (fitting) => fitting.buildId === buildId || fitting.at <= until, buildId);
  story.addMaterials(build);
  story.addMoments([buildId]);
  story.addUses('buildId', buildId);
  return story.told(things, build.completedAt ?? undefined);
}

/** The whole history of a thing, with the builds that made and mended it. Null: there is no such thing. */
export function momentsOfThing(views: ViewsReader, itemId: string): MomentsView | null {
  const thing = views.byKey(networkThings, itemId);
  if (!thing) return null;
  const story = new Story(views);
  story.addFittings([itemId], () => true);
  const subjects = views.all(
    networkBuilds,
    'where subjectId = ? order by startedAt, buildId limit 500',
    itemId,
  );
  const maker = thing.madeBy === null ? undefined : views.byKey(networkBuilds, thing.madeBy);
  const builds = maker ? [maker, ...subjects] : subjects;
  for (const build of builds) story.addMaterials(build);
  story.addMoments([itemId, ...builds.map(({ buildId }) => buildId)]);
  story.addUses('machineId', itemId);
  return story.told([itemId]);
}

class Story {
  readonly #views: ViewsReader;
  readonly #entries: MomentEntry[] = [];
  readonly #happenings: Happening[] = [];
  #isCut = false;

  constructor(views: ViewsReader) {
    this.#views = views;
  }

  /** @param only of this build: what came out later went on elsewhere, and is not told. */
  addFittings(things: readonly string[], tells: (fitting: FittingRow) => boolean, only?: string): void {
    const rows = this.#views.ask(networkFittings.columns, FITTINGS, JSON.stringify(things));
    this.#isCut ||= rows.length >= MOST;
    const fittings = rows.filter(tells);
    const parts = new Map(
      thingsById(this.#views, new Set(fittings.map(({ itemId }) => itemId))).map((row) => [row.itemId, row]),
    );
    const last = only === undefined ? null : this.#views.byKey(networkBuilds, only)?.completedAt;
    for (const {
      fittingId,
      itemId,
      intoId,
      line,
      step,
      life,
      at,
      until,
      buildId,
      recoveredIn,
      position,
    } of fittings) {
      const part = parts.get(itemId);
      if (!part) continue;
      const index = this.#enter({
        ...{ name: part.name, itemId, fittingId, into: intoId, line: entryOf(line) },
        of: part.version === null ? null : revisionNamed(part.version),
        provenance: provenanceOfLife(part, life),
        ...{ lives: life, quantity: 1, unit: 'piece' },
      });
      const fitted = { kind: 'fitted', step: entryOf(step), about: buildId } as const;
      this.#happen({ ...fitted, at, position, enters: [index] });
      if (until === null || (last && until > last && recoveredIn !== only)) continue;
      this.#happen({ kind: 'takenOut', at: until, position, about: recoveredIn, leaves: [index] });
    }
  }

  /** Lines met by what is no thing: it stays where it went. */
  addMaterials({ buildId, things, subjectId }: BuildRow): void {
    const made: string[] = JSON.parse(things);
    const into = made[0] ?? subjectId;
    const common = { itemId: null, fittingId: null, into, of: null, lives: 1 } as const;
    const met = this.#views.all(networkMeetings, 'where buildId = ? order by at limit 10000', buildId);
    for (const { line, name, how, quantity, unit, at, position } of met) {
      const provenance = how === 'new' ? 'new' : 'unknown';
      const counted = { quantity, unit: quantityUnit.catch('piece').parse(unit) };
      const index = this.#enter({ ...common, name, line: entryOf(line), provenance, ...counted });
      this.#happen({ kind: 'met', at, position, enters: [index] });
    }
    const takes = this.#views.all(networkTakes, 'where buildId = ? order by at limit 10000', buildId);
    for (const { line, name, unit: word, amount, provenance: word2, at, position } of takes) {
      const unit = quantityUnit.catch('piece').parse(word);
      const provenance = provenanceFrom(word2);
      const quantity = amount / UNITS[unit].inBase;
      const index = this.#enter({ ...common, name, line: entryOf(line), provenance, quantity, unit });
      this.#happen({ kind: 'met', at, position, enters: [index] });
    }
  }

  addMoments(subjects: readonly string[]): void {
    for (const subject of subjects) {
      const rows = this.#views.all(networkMoments, `where subject = ? order by at limit ${MOST}`, subject);
      for (const { kind: word, step, about, at, position } of rows) {
        const kind = momentKind.safeParse(word);
        if (kind.success) this.#happen({ kind: kind.data, step: entryOf(step), about, at, position });
      }
    }
  }

  /** Sessions of machines for a build, or of a thing that is one. */
  addUses(of: 'buildId' | 'machineId', id: string): void {
    const sql =
      of === 'buildId'
        ? `select uses.* from networkBuildUses as links cross join networkUses as uses
            on uses.bookingId = links.bookingId where links.buildId = ? limit ${MOST}`
        : `select * from networkUses where machineId = ? order by startedAt desc limit 1000`;
    for (const { machineId, startedAt } of this.#views.ask(networkUses.columns, sql, id)) {
      if (startedAt !== null)
        this.#happen({ kind: 'machineUsed', about: machineId, at: startedAt, position: LAST });
    }
  }

  /** @param until what the things became afterwards is not told. */
  told(things: readonly string[], until?: number): MomentsView {
    // What came in at one time comes in the order of the log; what leaves does after it came.
    this.#happenings.sort(
      (one, other) =>
        one.at - other.at || one.leaves.length - other.leaves.length || one.position - other.position,
    );
    const times = this.#happenings.slice(0, MOST).map(({ at }) => at);
    const rows = new Map(thingsById(this.#views, things).map((row) => [row.itemId, row]));
    return {
      things: things.flatMap((itemId) => {
        const row = rows.get(itemId);
        if (!row) return [];
        return [{ itemId, name: row.name, revisions: revisionsOf(this.#views, itemId, times, until) }];
      }),
      entries: this.#entries,
      moments: this.#happenings.slice(0, MOST).map(({ position: _, at, ...moment }) => {
        return { at: new Date(at).toISOString(), ...moment };
      }),
      cut: this.#isCut || this.#happenings.length > MOST,
    };
  }

  #enter(entry: MomentEntry): number {
    return this.#entries.push(entry) - 1;
  }

  #happen(happening: Partial<Happening> & Pick<Happening, 'at' | 'kind' | 'position'>): void {
    this.#happenings.push({ step: null, about: null, enters: [], leaves: [], ...happening });
  }
}

const entryOf = (text: string | null): string | null => entryId.nullable().catch(null).parse(text);
