import { LENGTH_UNITS, type LengthUnit, MILLIMETRES } from '../../units.ts';
import { valuesOf } from './statements.ts';

const TOGETHER = /^#(\d+)\s*=\s*\(/;
/** What stands before the metre (ISO 10303-41), as a factor of it; `$`: the metre itself. */
const PREFIXES: Readonly<Record<string, number>> = {
  $: 1,
  '.KILO.': 1e3,
  '.DECI.': 0.1,
  '.CENTI.': 0.01,
  '.MILLI.': 1e-3,
  '.MICRO.': 1e-6,
};
const MOST_KEPT = 10_000;

/** Gathers the units of length that a STEP file measures its shapes in. */
export class LengthUnits {
  /** Millimetres by the unit's number. */
  readonly #metric = new Map<string, number>();
  /** Of a unit that is told by another: the number of the measure that tells it. */
  readonly #converted = new Map<string, string>();
  readonly #measures = new Map<string, { value: number; unit: string }>();
  /** Units that shapes are measured in. */
  readonly #assigned = new Set<string>();

  take(statement: string): void {
    if (this.#metric.size + this.#converted.size + this.#measures.size + this.#assigned.size > MOST_KEPT)
      return;
    const [, measure, inner] = /^#(\d+)\s*=\s*LENGTH_MEASURE_WITH_UNIT\s*\(([\s\S]*)$/.exec(statement) ?? [];
    const id = TOGETHER.exec(statement)?.[1];
    if (measure !== undefined && inner !== undefined) this.#takeMeasure(measure, inner);
    if (id === undefined) return;
    if (/\bGLOBAL_UNIT_ASSIGNED_CONTEXT\s*\(/.test(statement)) {
      const [, units = ''] = /GLOBAL_UNIT_ASSIGNED_CONTEXT\s*\(\s*\(([^()]*)\)/.exec(statement) ?? [];
      for (const [, unit = ''] of units.matchAll(/#(\d+)/g)) this.#assigned.add(unit);
    } else if (/\bLENGTH_UNIT\s*\(/.test(statement)) this.#takeUnit(id, statement);
    else if (/\bLENGTH_MEASURE_WITH_UNIT\s*\(/.test(statement)) {
      const [, values] = /\bMEASURE_WITH_UNIT\s*\(([\s\S]*)$/.exec(statement) ?? [];
      if (values !== undefined) this.#takeMeasure(id, values);
    }
  }

  /** Millimetres in the file's unit; null: it says none, or several. */
  millimetres(): number | null {
    const found = new Set([...this.#assigned].flatMap((unit) => this.#millimetresOf(unit, 0) ?? []));
    const [only, another] = found;
    return only === undefined || another !== undefined ? null : only;
  }

  /** The unit by its name; null: it has none here, or is not known. */
  named(): LengthUnit | null {
    const millimetres = this.millimetres();
    if (millimetres === null) return null;
    // An inch is 25.4 mm, however many digits a program writes.
    return (
      LENGTH_UNITS.find((unit) => Math.abs(MILLIMETRES[unit] - millimetres) < 1e-5 * millimetres) ?? null
    );
  }

  #takeMeasure(id: string, text: string): void {
    const [value = '', unit = ''] = valuesOf(text);
    const number = Number(/\(\s*([-+.\dEe]+)\s*\)/.exec(value)?.[1]);
    const [, of] = /^#(\d+)$/.exec(unit) ?? [];
    if (number > 0 && of !== undefined) this.#measures.set(id, { value: number, unit: of });
  }

  #takeUnit(id: string, statement: string): void {
    const [, prefix] = /\bSI_UNIT\s*\(\s*(\$|\.\w+\.)\s*,\s*\.METRE\.\s*\)/.exec(statement) ?? [];
    const factor = prefix === undefined ? undefined : PREFIXES[prefix];
    if (factor !== undefined) this.#metric.set(id, factor * 1000);
    const [, measure] = /\bCONVERSION_BASED_UNIT\s*\(\s*'[^']*'\s*,\s*#(\d+)/.exec(statement) ?? [];
    if (measure !== undefined) this.#converted.set(id, measure);
  }

  #millimetresOf(unit: string, level: number): number | null {
    const metric = this.#metric.get(unit);
    if (metric !== undefined) return metric;
    const measure = this.#measures.get(this.#converted.get(unit) ?? '');
    // A unit that is told by itself is none.
    const of = measure && level < 4 ? this.#millimetresOf(measure.unit, level + 1) : null;
    return measure && of !== null ? measure.value * of : null;
  }
}
