import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '../../shared/event.ts';

/** By these names events refer to free texts in accounts. */
const REFERENCES = ['purposeId', 'reasonId', 'messageId', 'noteId', 'textId'];
const ASKED_AT_ONCE = 1000;

/** Counts the free texts that events name, and those of them that are not there. */
export class MissingTexts {
  readonly #database: DatabaseSync | null;
  #waiting: string[] = [];
  #named = 0;
  #present = 0;

  constructor(accountsPath: string) {
    this.#database = existsSync(accountsPath) ? new DatabaseSync(accountsPath, { readOnly: true }) : null;
  }

  note(data: JsonObject): void {
    for (const name of REFERENCES) {
      const id = data[name];
      if (typeof id !== 'string') continue;
      this.#named++;
      this.#waiting.push(id);
    }
    if (this.#waiting.length >= ASKED_AT_ONCE) this.#ask();
  }

  close(): { textsNamed: number; textsMissing: number } {
    this.#ask();
    this.#database?.close();
    return { textsNamed: this.#named, textsMissing: this.#named - this.#present };
  }

  #ask(): void {
    const asked = this.#waiting.splice(0);
    if (this.#database === null || asked.length === 0) return;
    const found = this.#database
      .prepare('select count(*) as n from json_each(?) where value in (select id from texts)')
      .get(JSON.stringify(asked));
    this.#present += Number(found?.n ?? 0);
  }
}
