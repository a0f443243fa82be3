import type { PartLine, Price } from '../../../shared/designs/partLines.ts';
import { decimalFrom, readQuantity, unitFrom } from '../../../shared/designs/quantities.ts';
import { type QuantityUnit, UNITS } from '../../../shared/designs/units.ts';
import { designId } from '../../../shared/identifiers.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { calendarDate } from '../../../shared/time.ts';
import { folded } from '../../imports/readTable.ts';
import type { ReadColumn } from './columns.ts';
import { currencyIn } from './currencies.ts';
import type { PartColumn } from './headings.ts';
import { machineFrom } from './machineWords.ts';
import { sourceFrom } from './sourceWords.ts';

export interface LineSetting {
  id: string;
  parent: string | null;
  name: string;
  /** The line as it stood: what the table has no column for stays. */
  before: PartLine | null;
  /** `2026-11-22`. */
  today: string;
  decimalComma: boolean;
  remark(sentence: string): void;
}

/** A line from the cells of its row, repaired where it has to be; its schema is yet to be asked. */
export function lineFrom(
  cells: ReadonlyMap<PartColumn, string>,
  columns: readonly ReadColumn[],
  setting: LineSetting,
): PartLine {
  const { before } = setting;
  const reading = new Reading(cells, columns, setting);
  return {
    id: setting.id,
    parent: setting.parent,
    name: reading.cut('name', setting.name, 160),
    specification: reading.specification() ?? before?.specification ?? '',
    material: reading.text('material', 120) ?? before?.material ?? '',
    ...reading.quantity(),
    source: reading.source() ?? before?.source ?? 'buy',
    tracked: reading.yes('tracked') ?? before?.tracked ?? false,
    of: reading.design(),
    cut: reading.cutLength(),
    alternatives: reading.alternatives() ?? before?.alternatives ?? [],
    mass: reading.mass(),
    price: reading.price(),
    machines: reading.machines() ?? before?.machines ?? [],
    files: reading.lines('files')?.slice(0, 50) ?? before?.files ?? [],
    note: reading.note() ?? before?.note ?? '',
  };
}

class Reading {
  readonly #cells: ReadonlyMap<PartColumn, string>;
  readonly #columns: readonly ReadColumn[];
  readonly #setting: LineSetting;

  constructor(cells: ReadonlyMap<PartColumn, string>, columns: readonly ReadColumn[], setting: LineSetting) {
    this.#cells = cells;
    this.#columns = columns;
    this.#setting = setting;
  }

  quantity(): Pick<PartLine, 'quantity' | 'written' | 'unit'> {
    const { before, decimalComma, remark } = this.#setting;
    const cell = this.#cell('quantity');
    const told = this.#cell('unit');
    const column = this.#column('quantity')?.unit ?? null;
    const named = told ? unitFrom(told) : null;
    if (told && named === null && !/^(-|–|—|n\/?a)$/i.test(told)) {
      remark(`“${short(told)}” is no unit that is known: counted in pieces.`);
    }
    const stood = {
      quantity: before?.quantity ?? 1,
      written: before?.written ?? '',
      unit: before?.unit ?? 'piece',
    };
    if (cell === undefined) return named ? { ...stood, unit: named.unit } : stood;
    const read = readQuantity(cell, decimalComma) ?? this.#numberAtFront(cell);
    if (read === null || read.quantity <= 0) {
      if (cell !== '') remark(`“${short(cell)}” is no quantity: 1 was taken.`);
      return { quantity: 1, written: '', unit: named?.unit ?? column?.unit ?? 'piece' };
    }
    const other = read.unit === null ? (named ?? column) : null;
    const times = other?.times ?? 1;
    return {
      quantity: Math.min(1e9, times === 1 ? read.quantity : Number((read.quantity * times).toPrecision(12))),
      written: times === 1 ? this.text('written', 40) || read.written : '',
      unit: read.unit ?? other?.unit ?? 'piece',
    };
  }

  /** With its maker before it, where there is room. */
  specification(): string | null {
    const own = this.text('specification', 200);
    const maker = this.#cell('manufacturer') ?? '';
    if (maker === '' || maker.length > 60 || own?.toLowerCase().includes(maker.toLowerCase())) return own;
    const both = `${maker} ${own ?? ''}`.trim();
    return both.length <= 200 ? this.cut('specification', both, 200) : own;
  }

  source(): PartLine['source'] | null {
    const word = this.#cell('source') ?? '';
    if (word === '') return null;
    const source = sourceFrom(word);
    if (source === null)
      this.#setting.remark(`“${short(word)}” is neither make, buy nor recover: buy was taken.`);
    return source ?? 'buy';
  }

  yes(column: PartColumn): boolean | null {
    const word = folded(this.#cell(column) ?? '');
    return word === '' ? null : /^(yes|y|true|1|x|si|s|verdadero)$/.test(word);
  }

  design(): PartLine['of'] {
    const cell = this.#cell('design');
    if (cell === undefined) return this.#setting.before?.of ?? null;
    if (cell === '') return null;
    const read = designId.safeParse(/[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(cell)?.[0] ?? '');
    const revision = Number(this.#cell('revision') || '1');
    if (read.success && Number.isInteger(revision) && revision >= 1 && revision <= 100_000) {
      return { designId: read.data, revision };
    }
    this.#setting.remark(`“${short(cell)}” is no design of a known revision, and was left out.`);
    return null;
  }

  cutLength(): PartLine['cut'] {
    const { before, name } = this.#setting;
    const [length, stock] = [this.#cell('length'), this.#cell('stock')];
    if (length === undefined) return before?.cut ?? null;
    const millimetres = this.#measured('length', length, 'mm');
    if (millimetres === null || millimetres <= 0) return null;
    const kerf = this.#measured('kerf', this.#cell('kerf') ?? '', 'mm') ?? before?.cut?.kerf ?? 0;
    const from = stock || before?.cut?.stock || this.text('material', 120) || name;
    return {
      stock: this.cut('stock', from, 120),
      length: Math.min(100_000, millimetres),
      kerf: Math.min(50, Math.max(0, kerf)),
    };
  }

  mass(): number | null {
    const cell = this.#cell('mass');
    if (cell === undefined) return this.#setting.before?.mass ?? null;
    return this.#measured('mass', cell, 'kg');
  }

  price(): Price | null {
    const { before, today, decimalComma, remark } = this.#setting;
    const unit = this.#cell('price');
    const total = this.#cell('total');
    const supplier = this.text('supplier', 120);
    if (unit === undefined && total === undefined) {
      return before?.price && supplier !== null ? { ...before.price, supplier } : (before?.price ?? null);
    }
    const cell = unit || total || '';
    if (cell === '') return null;
    const written = decimalFrom(
      /[\d.,'’\u00a0 ]*\d(?:e[+-]?\d{1,3})?/i.exec(cell)?.[0].trim() ?? '',
      decimalComma,
    );
    // What all of them cost together is told for one.
    const amount =
      unit || written === null ? written : Number((written / this.quantity().quantity).toFixed(4));
    const currency =
      currencyIn(cell) ??
      this.#currencyCell() ??
      this.#column(unit ? 'price' : 'total')?.currency ??
      before?.price?.currency ??
      null;
    if (amount === null || /^\s*-\s*\d/.test(cell)) {
      remark(`“${short(cell)}” is no price, and was left out.`);
      return null;
    }
    if (currency === null) {
      remark(`The price ${short(cell)} has no currency, and was left out.`);
      return null;
    }
    const on = calendarDate.safeParse(this.#cell('priceOn') ?? '');
    return {
      amount: Math.min(1e9, amount),
      currency,
      on: on.success ? on.data : before?.price?.amount === amount ? before.price.on : today,
      supplier: supplier ?? before?.price?.supplier ?? '',
    };
  }

  machines(): PartLine['machines'] | null {
    const words = this.lines('machines');
    if (words === null) return null;
    const kinds = words.flatMap((word) => {
      const read = machineKind.safeParse(word);
      const kind = read.success ? read.data : machineFrom(word);
      if (kind === null) this.#setting.remark(`“${short(word)}” is no kind of machine that is known.`);
      return kind ?? [];
    });
    return kinds.slice(0, 10);
  }

  alternatives(): PartLine['alternatives'] | null {
    const cell = this.#cells.get('alternatives');
    if (cell === undefined) return null;
    return cell
      .split(/\r?\n/)
      .flatMap((text) => {
        const [name = '', specification = '', design = '', note = ''] = text.split('\t');
        if (name.trim() === '') return [];
        const [id = '', revision = ''] = design.split(' ');
        const known = designId.safeParse(id.trim());
        return [
          {
            name: this.cut('alternative', name, 160),
            specification: this.cut('alternative', specification, 200),
            of: known.success ? { designId: known.data, revision: Number(revision) || 1 } : null,
            note: this.cut('alternative', note, 300),
          },
        ];
      })
      .slice(0, 20);
  }

  note(): string | null {
    const parts = [
      this.text('note', 1000),
      this.#quantityInWords(),
      this.text('designators', 300),
      this.text('link', 500),
    ].filter((part) => part !== null);
    if (!this.#cell('price') && !this.#cell('total')) {
      const supplier = this.text('supplier', 120);
      // A supplier without a price has no other place.
      if (supplier && !this.#setting.before?.price && !(parts[0] ?? '').includes(supplier))
        parts.push(supplier);
    }
    return parts.length === 0 ? null : this.cut('note', parts.filter(Boolean).join(' · '), 1000);
  }

  /** Several in one cell, one a line; where there is but one line, parted by `|` or semicolons. */
  lines(column: PartColumn): string[] | null {
    const cell = this.#cells.get(column);
    if (cell === undefined) return null;
    const parted = /[\r\n]/.test(cell) ? cell.split(/[\r\n]+/) : cell.split(/[|;]/);
    return parted.map((each) => this.cut(column, each, 400)).filter((each) => each !== '');
  }

  /** `8 or more`, `2 (spare)`: the number stands, and the words are noted. */
  #numberAtFront(cell: string): ReturnType<typeof readQuantity> {
    const [, number = ''] = /^(\d{1,6})(?=[\s(]+[\p{L}(+])/u.exec(cell) ?? [];
    return number === '' ? null : { quantity: Number(number), unit: null, written: '' };
  }

  /** What the cell of the quantity says besides a number: `as needed`. */
  #quantityInWords(): string | null {
    const cell = this.#cell('quantity') ?? '';
    const isWorded = /\p{L}{2}/u.test(cell) && readQuantity(cell, this.#setting.decimalComma) === null;
    return isWorded ? this.cut('quantity', cell, 200) : null;
  }

  /** One line of text; null where the table has no such column. */
  text(column: PartColumn, most: number): string | null {
    const cell = this.#cell(column);
    return cell === undefined ? null : this.cut(column, cell, most);
  }

  cut(what: string, text: string, most: number): string {
    const line = text
      .toWellFormed()
      .split(/[\r\n\t]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' ')
      .replaceAll(/\p{Cc}/gu, '')
      .trim();
    if (line.length <= most) return line;
    this.#setting.remark(`Its ${what} has more than ${most} characters: the rest was left out.`);
    return line.slice(0, most).toWellFormed().trim();
  }

  /** A number with or without its unit, in millimetres or kilograms. */
  #measured(column: PartColumn, cell: string, into: QuantityUnit): number | null {
    if (cell === '' || /^[-–—?]+$/.test(cell)) return null;
    const read = readQuantity(cell, this.#setting.decimalComma);
    const unit = read?.unit ?? this.#column(column)?.unit?.unit ?? into;
    const times = read?.unit == null ? (this.#column(column)?.unit?.times ?? 1) : 1;
    if (read === null || UNITS[unit].measures !== UNITS[into].measures) {
      this.#setting.remark(`“${short(cell)}” is no ${column} that can be read, and was left out.`);
      return null;
    }
    const value = read.quantity * times;
    if (unit === into) return value;
    return Number(((value * UNITS[unit].inBase) / UNITS[into].inBase).toPrecision(12));
  }

  #currencyCell(): string | null {
    const cell = this.#cell('currency') ?? '';
    return /^[A-Za-z]{3}$/.test(cell) ? cell.toUpperCase() : currencyIn(cell);
  }

  #cell(column: PartColumn): string | undefined {
    return this.#cells.get(column)?.trim();
  }
  #column(column: PartColumn): ReadColumn | undefined {
    return this.#columns.find(({ means }) => means === column);
  }
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60)}…`).toWellFormed();
