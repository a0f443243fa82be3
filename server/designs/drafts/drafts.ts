import type { ContentChange, ContentConflict } from '../../../shared/designs/changes.ts';
import { type DraftContent, ledOn } from '../../../shared/designs/content.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { guarded } from '../../accounts/database.ts';
import type { PublishRevision } from '../designCommands.ts';
import { immediately, openDraftsDatabase } from './database.ts';
import { baseColumns, headOf, publishingFrom, shownOf } from './rows.ts';
import { MOST_CHARACTERS, type Saving, savingOf } from './saving.ts';

export const MOST_DRAFTS = 200;
export const MOST_EDITORS = 50;
/** How long a repeated save or publication is known for one. */
const KNOWN_MILLISECONDS = 7 * 86_400_000;

/** What a list shows of a draft; instants in UTC milliseconds. */
export interface DraftHead {
  draftId: string;
  owner: string;
  version: number;
  title: string;
  picture: string | null;
  /** Whose next revision it is to be. */
  designId: string | null;
  forkOf: PinnedRevision | null;
  /** What it started from. */
  base: (PinnedRevision & { contentId: string }) | null;
  savedAt: number;
}
export interface Draft extends DraftHead {
  content: DraftContent;
  editors: string[];
}
export type NewDraft = Pick<Draft, 'draftId' | 'owner' | 'content' | 'designId' | 'forkOf' | 'base'>;

export interface Save {
  draftId: string;
  memberId: string;
  saveId: string;
  /** The version that the saver knew; without it others are told by their names. */
  version?: number | undefined;
}
export interface Saved {
  version: number;
  conflicts: ContentConflict[];
  othersChanged: boolean;
}
export type SaveOutcome =
  | ({ outcome: 'saved' } & Saved)
  | Extract<Saving, { outcome: 'mistaken' }>
  | { outcome: 'absent' }
  | { outcome: 'tooLarge' };

/** A publication that was begun: the command is given again by its commandId until its outcome is known. */
export interface Publishing {
  draftId: string;
  memberId: string;
  commandId: string;
  version: number;
  command: PublishRevision;
}

/** Drafts of designs: private to their owners and whom they let in, outside the log. */
export interface Drafts {
  /** The same `draftId` again answers the draft as it stands now. */
  begin(
    draft: NewDraft,
  ): { outcome: 'begun' | 'known'; draft: Draft } | { outcome: 'taken' | 'tooMany' | 'tooLarge' };
  /** Those that the member owns or was let into, the latest saved first. */
  of(memberId: string): DraftHead[];
  /** Null where there is none for this member. */
  read(draftId: string, memberId: string): Draft | null;
  save(save: Save, changes: readonly ContentChange[], force: boolean): SaveOutcome;
  /** Puts another content in the place of what stands; `from` another revision where that is given. */
  replace(save: Save, make: (draft: Draft) => Saving, base?: Draft['base']): SaveOutcome;
  /** Only by its owner. @returns whether there is room for one more. */
  letEdit(draftId: string, memberId: string): boolean;
  stopEditing(draftId: string, memberId: string): void;
  remove(draftId: string): void;
  /** Notes what is about to be published. */
  notePublishing(publishing: Publishing): void;
  publishingOf(draftId: string, memberId: string): Publishing | null;
  /** It came to nothing. */
  forgetPublishing(publishing: Pick<Publishing, 'draftId' | 'commandId'>): void;
  /** It is published: the draft goes, unless it was changed meanwhile; then it is a draft of the next revision. */
  settle(publishing: Publishing): void;
  /** Files that drafts name. */
  files(): Set<string>;
  /** All that is held about a member. JSON. */
  heldBy(memberId: string): Record<string, unknown>[];
  close(): void;
}

const HEAD = `draftId, owner, version, title, picture, designId, forkDesign, forkRevision, baseDesign, baseRevision,
  baseContentId, savedAt`;
const MAY = `(owner = :member or exists
  (select 1 from draftEditors where draftEditors.draftId = drafts.draftId and memberId = :member))`;

/** @param path of `drafts.db`; made when missing. @param clock UTC milliseconds since 1970. */
export function openDrafts(path: string, clock: () => number): Drafts {
  const database = openDraftsDatabase(path);
  const within = <T>(work: () => T): T => immediately(database, work);
  const statement = (sql: string) => guarded(() => database.prepare(sql));
  const run = (sql: string, values: Record<string, string | number | null>) =>
    guarded(() => statement(sql).run(values));
  const find = (draftId: string, member: string): Draft | null => {
    const sql = `select ${HEAD}, content from drafts where draftId = :draftId and ${MAY}`;
    const row = guarded(() => statement(sql).get({ draftId, member }));
    return row === undefined
      ? null
      : { ...headOf(row), content: ledOn(JSON.parse(String(row.content))), editors: editorsOf(draftId) };
  };
  const editorsOf = (draftId: string) =>
    guarded(() =>
      statement('select memberId from draftEditors where draftId = ? order by memberId').all(draftId),
    ).map(({ memberId }) => String(memberId));
  const write = (draft: Draft, content: DraftContent, text: string, base: Draft['base']) =>
    run(
      `update drafts set version = version + 1, content = :content, title = :title, picture = :picture,
         baseDesign = :baseDesign, baseRevision = :baseRevision, baseContentId = :baseContentId, savedAt = :now
       where draftId = :draftId`,
      { draftId: draft.draftId, content: text, ...shownOf(content), ...baseColumns(base), now: clock() },
    );
  const replace: Drafts['replace'] = (save, make, base) =>
    within(() => {
      const { draftId, memberId, saveId } = save;
      const draft = find(draftId, memberId);
      if (draft === null) return { outcome: 'absent' };
      const repeated = guarded(() =>
        statement('select answer from draftSaves where draftId = ? and saveId = ?').get(draftId, saveId),
      );
      if (repeated) return { outcome: 'saved', ...JSON.parse(String(repeated.answer)) };
      const made = make(draft);
      if (made.outcome === 'mistaken') return made;
      const { content, conflicts } = made;
      const text = JSON.stringify(content);
      if (text.length > MOST_CHARACTERS) return { outcome: 'tooLarge' };
      const writes = made.changed || base !== undefined;
      const version = draft.version + (writes ? 1 : 0);
      const othersChanged = changedByOthers(save, draft.version);
      if (writes) write(draft, content, text, base === undefined ? draft.base : base);
      run('insert into draftSaves values (:draftId, :saveId, :memberId, :version, :answer, :now)', {
        draftId,
        saveId,
        memberId,
        version,
        answer: JSON.stringify({ version, conflicts, othersChanged }),
        now: clock(),
      });
      run('delete from draftSaves where at < :since', { since: clock() - KNOWN_MILLISECONDS });
      return { outcome: 'saved', version, conflicts, othersChanged };
    });
  /** Without a known version: whether anybody else saved since this member's own last save. */
  const changedByOthers = ({ draftId, memberId, version }: Save, now: number): boolean => {
    if (version !== undefined) return version < now;
    const sql = `select 1 from draftSaves where draftId = :draftId and memberId <> :memberId and version >
      (select coalesce(max(version), 0) from draftSaves where draftId = :draftId and memberId = :memberId)`;
    return guarded(() => statement(sql).get({ draftId, memberId })) !== undefined;
  };
  return {
    begin: (draft) => {
      const text = JSON.stringify(draft.content);
      if (text.length > MOST_CHARACTERS) return { outcome: 'tooLarge' };
      return within(() => {
        const { draftId, owner, content, designId, forkOf, base } = draft;
        const known = find(draftId, owner);
        if (known) return { outcome: 'known', draft: known };
        const taken = statement(
          'select 1 from drafts where draftId = ?1 union all select 1 from draftPublishings where draftId = ?1',
        ).get(draftId);
        if (taken) return { outcome: 'taken' };
        const count = statement('select count(*) as n from drafts where owner = ?').get(owner);
        if (Number(count?.n) >= MOST_DRAFTS) return { outcome: 'tooMany' };
        const now = clock();
        run(
          `insert into drafts values (:draftId, :owner, 1, :content, :title, :picture, :designId, :forkDesign,
             :forkRevision, :baseDesign, :baseRevision, :baseContentId, :now, :now)`,
          {
            draftId,
            owner,
            content: text,
            ...shownOf(content),
            designId,
            forkDesign: forkOf?.designId ?? null,
            forkRevision: forkOf?.revision ?? null,
            ...baseColumns(base),
            now,
          },
        );
        const head = {
          draftId,
          owner,
          version: 1,
          ...shownOf(content),
          designId,
          forkOf,
          base,
          savedAt: now,
        };
        return { outcome: 'begun', draft: { ...head, content, editors: [] } };
      });
    },
    of: (member) =>
      guarded(() =>
        statement(`select ${HEAD} from drafts where ${MAY} order by savedAt desc, draftId`).all({ member }),
      ).map(headOf),
    read: find,
    save: (save, changes, force) => replace(save, ({ content }) => savingOf(content, changes, force)),
    replace,
    letEdit: (draftId, memberId) =>
      within(() => {
        const editors = editorsOf(draftId);
        if (editors.includes(memberId)) return true;
        if (editors.length >= MOST_EDITORS) return false;
        run('insert into draftEditors values (:draftId, :memberId)', { draftId, memberId });
        return true;
      }),
    stopEditing: (draftId, memberId) =>
      void run('delete from draftEditors where draftId = :draftId and memberId = :memberId', {
        draftId,
        memberId,
      }),
    remove: (draftId) => void run('delete from drafts where draftId = :draftId', { draftId }),
    notePublishing: ({ command, ...publishing }) =>
      within(() => {
        run('delete from draftPublishings where at < :since', { since: clock() - KNOWN_MILLISECONDS });
        run(
          `insert or replace into draftPublishings values
             (:draftId, :memberId, :commandId, :version, :command, :now)`,
          { ...publishing, command: JSON.stringify(command), now: clock() },
        );
      }),
    publishingOf: (draftId, memberId) => {
      const row = guarded(() =>
        statement('select * from draftPublishings where draftId = ? and memberId = ?').get(draftId, memberId),
      );
      return row === undefined ? null : publishingFrom(row);
    },
    forgetPublishing: ({ draftId, commandId }) =>
      void run('delete from draftPublishings where draftId = :draftId and commandId = :commandId', {
        draftId,
        commandId,
      }),
    settle: ({ draftId, version, command }) =>
      within(() => {
        const { designId, revision, contentId } = command;
        run('delete from drafts where draftId = :draftId and version = :version', { draftId, version });
        run(
          `update drafts set designId = :designId, forkDesign = null, forkRevision = null, baseDesign = :designId,
             baseRevision = :revision, baseContentId = :contentId where draftId = :draftId and version > :version
               and (baseDesign is not :designId or baseRevision < :revision)`,
          { draftId, version, designId, revision, contentId },
        );
      }),
    files: () => {
      const rows = guarded(() =>
        statement(
          `select distinct json_extract(value, '$.fileId') as fileId from drafts, json_each(drafts.content, '$.files')`,
        ).all(),
      );
      return new Set(rows.map(({ fileId }) => String(fileId)));
    },
    heldBy: (member) =>
      guarded(() =>
        statement(
          `select draftId, version, designId, begunAt, savedAt, content from drafts where owner = ? order by begunAt`,
        ).all(member),
      ).map(({ begunAt, savedAt, content, ...row }) => ({
        ...row,
        begunAt: new Date(Number(begunAt)).toISOString(),
        savedAt: new Date(Number(savedAt)).toISOString(),
        content: ledOn(JSON.parse(String(content))),
      })),
    close: () => database.close(),
  };
}
