import { useEffect, useState } from 'preact/hooks';
import { type BuildView, buildView } from '../../../shared/builds/views.ts';
import type { CommandReply } from '../../../shared/commandReply.ts';
import { whenSent } from '../../offline/sendUnsent.ts';
import { type Unsent, unsent } from '../../offline/unsent.ts';
import { type Resource, useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { showToast } from '../../ui/toasts.ts';
import { isOfBuild, type Pending, type ShownLog, withPending } from './pending.ts';

export interface BuildLog {
  resource: Resource<BuildView>;
  /** With what waits in this browser; null until the build is there. */
  shown: ShownLog | null;
  /** Reads the build again. */
  changed: () => void;
}

interface Sent {
  row: Unsent;
  reply: CommandReply;
}

/** Sayings of what was sent from here, by the command that was kept: told with Undo once the server has it. */
const told = new Map<string, { sentence: string; at: number }>();
/** What was kept longer ago is told all together, milliseconds. */
const JUST_NOW = 15_000;

/** Tells this with Undo once the command that is kept has been sent, if that happens while the program is open. */
export function tellWhenSent(commandId: string, sentence: string): void {
  told.set(commandId, { sentence, at: Date.now() });
}

/** One build with its log, kept up to date, together with what waits here to be sent. */
export function useBuildLog(buildId: string): BuildLog {
  const path = `/api/builds/${buildId}`;
  const resource = useResource(path, buildView, (build) => topicsOf(buildId, build));
  // What was sent stays in sight until it is in the view.
  const [sent, setSent] = useState<readonly Sent[]>([]);
  useEffect(
    () =>
      whenSent(async (row, reply) => {
        const build = resource.value.value;
        if (!isOfBuild(row, { buildId, sessions: build?.sessions ?? [] })) return;
        const one = { row, reply };
        setSent((before) => [...before, one]);
        const saying = told.get(row.commandId);
        told.delete(row.commandId);
        if (saying && Date.now() - saying.at < JUST_NOW)
          showToast(saying.sentence, { undo: reply.undo, undone: () => resource.refetch() });
        await resource.refetch();
        setSent((before) => before.filter((each) => each !== one));
      }),
    [buildId, resource],
  );
  const build = resource.value.value;
  const self = { memberId: me.value?.memberId ?? null, name: me.value?.name ?? null };
  const shown = build ? withPending(build, pendingOf(sent, unsent.value), self) : null;
  return { resource, shown, changed: () => resource.refetch() };
}

function pendingOf(sent: readonly Sent[], waiting: readonly Unsent[]): Pending[] {
  const gone = sent.map(({ row, reply }) => ({ ...row, sentAs: reply.id }));
  return [...gone, ...waiting.map((row) => ({ ...row, sentAs: null }))];
}

/** The build itself, what met its lines or is kept for them, and its machines and things. */
function topicsOf(buildId: string, build: BuildView | undefined): string[] {
  const machines = new Set((build?.sessions ?? []).map(({ machineId }) => `calendar-${machineId}`));
  const things = (build?.thingList ?? []).map(({ itemId }) => `item-${itemId}`);
  return [`build-${buildId}`, `met-${buildId}`, ...machines, ...things.slice(0, 20)];
}
