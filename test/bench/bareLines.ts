import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { LibraryDesign } from './designLibrary.ts';

/** How many of each design are in one of the asked: each way down by itself, then each design once. */
const ROLL_UP = `with recursive
  ways (design, times) as (
    select ?, 1.0
    union all
    select lines.sub, ways.times * lines.quantity from ways join lines on lines.design = ways.design
      where lines.sub is not null),
  designs (design, times) as (select design, sum(times) from ways group by design)
  select round(sum(times * quantity * mass), 2) as mass, sum(times * quantity) as pieces,
    count(distinct lower(part)) as kinds, round(sum(times * quantity * price), 2) as cost
  from designs join lines using (design) where sub is null`;
const WHERE_USED = `with recursive
  ways (design, times, level) as (
    select design, quantity, 1 from lines where sub = ?
    union all
    select lines.design, ways.times * lines.quantity, level + 1 from ways join lines on lines.sub = ways.design)
  select titles.title, sum(times) as quantity, min(level) as level
  from ways join titles using (design) group by design order by min(level), titles.title limit 500`;

/** The baseline: every line of every parts list in one plain table, asked by recursive SQL. */
export class BareLines {
  readonly #database: DatabaseSync;
  readonly #line: StatementSync;
  readonly #title: StatementSync;
  #rollUp: StatementSync | undefined;
  #whereUsed: StatementSync | undefined;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -32000;
      create table lines (design text not null, part text not null, quantity real not null, mass real, price real,
        sub text);
      create table titles (design text primary key, title text not null) without rowid;
      begin`);
    this.#line = this.#database.prepare('insert into lines values (?, ?, ?, ?, ?, ?)');
    this.#title = this.#database.prepare('insert into titles values (?, ?)');
  }

  add({ designId, content }: LibraryDesign): void {
    this.#title.run(designId, content.title);
    for (const { name, quantity, mass, price, of } of content.parts) {
      this.#line.run(designId, name, quantity, mass, price?.amount ?? null, of?.designId ?? null);
    }
  }

  finish(): void {
    this.#database.exec(`commit; create index linesByDesign on lines (design);
      create index linesWithSub on lines (design) where sub is not null;
      create index linesBySub on lines (sub) where sub is not null; analyze`);
    this.#rollUp = this.#database.prepare(ROLL_UP);
    this.#whereUsed = this.#database.prepare(WHERE_USED);
  }

  rollUp(designId: string): Record<string, unknown> {
    return { ...this.#rollUp?.get(designId) };
  }

  whereUsed(designId: string): Record<string, unknown>[] {
    return this.#whereUsed?.all(designId).map((row) => ({ ...row })) ?? [];
  }

  close(): void {
    this.#database.close();
  }
}
