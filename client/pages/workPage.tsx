import '../work/work.css';
import { useState } from 'preact/hooks';
import { buildList } from '../../shared/builds/views.ts';
import type { WorkSubject } from '../../shared/work/events.ts';
import { type MyWork, myWork, type WorkRow } from '../../shared/work/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import { myWorkshops } from '../session.ts';
import { todayIn, wallIn } from '../time/zone.ts';
import { dayWord, duration } from '../time.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';
import { NoteWork } from '../work/noteWork.tsx';
import { subjectsFrom } from '../work/subjects.ts';
import { WorkSums } from '../work/workSums.tsx';

const words = t.work;
/** Entries of one answer. */
const PAGE = 200;

/** What one noted as work, with sums that nobody else sees. */
export function WorkPage() {
  const [offset, setOffset] = useState(0);
  const [isNoting, setNoting] = useState(false);
  const mine = useResource(`/api/me/work?offset=${offset}`, myWork);
  const builds = useResource('/api/builds?mine=true&status=open', buildList);
  const [own] = myWorkshops.value;
  const timeZone = own?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const subjects = subjectsFrom(
    null,
    builds.value.value?.builds ?? [],
    mine.value.value?.work ?? [],
    myWorkshops.value,
  );
  const done = () => {
    setNoting(false);
    mine.refetch();
  };
  return (
    <PageFrame
      title={words.title}
      line={words.line}
      action={
        subjects.length > 0 && (
          <Button kind="main" onPress={() => setNoting(true)}>
            {words.note}
          </Button>
        )
      }
    >
      <Shown resource={mine}>
        {(view) =>
          view.work.length === 0 && offset === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <>
              <WorkSums byKind={view.byKind} byMonth={view.byMonth} />
              <Entries view={view} timeZone={timeZone} onChanged={mine.refetch} />
              <div class="buttons">
                {offset > 0 && (
                  <Button onPress={() => setOffset(Math.max(0, offset - PAGE))}>{words.newer}</Button>
                )}
                {view.more && <Button onPress={() => setOffset(offset + PAGE)}>{words.older}</Button>}
              </div>
            </>
          )
        }
      </Shown>
      <p class="soft">{words.machineTime}</p>
      {isNoting && (
        <Dialog title={words.note} onClose={() => setNoting(false)}>
          <NoteWork subjects={subjects} timeZone={timeZone} onDone={done} />
        </Dialog>
      )}
    </PageFrame>
  );
}

function Entries({ view, timeZone, onChanged }: { view: MyWork; timeZone: string; onChanged: () => void }) {
  return (
    <PageSection
      title={words.entries}
      action={
        <ButtonLink kind="quiet" href="/api/me/work.csv" download>
          {words.csv}
        </ButtonLink>
      }
    >
      <ul class="rows work-list">
        {view.work.map((row) => (
          <Entry key={row.workId} row={row} timeZone={timeZone} onChanged={onChanged} />
        ))}
      </ul>
    </PageSection>
  );
}

/** Where what one worked on is. */
function addressOfSubject(on: WorkSubject): string {
  switch (on.kind) {
    case 'build':
      return addressOf.build(on.buildId);
    case 'design':
      return addressOf.design(on.designId);
    case 'machine':
      return addressOf.machine(on.machineId);
    case 'item':
      return addressOf.thing(on.itemId);
    case 'workshop':
      return addressOf.workshop(on.workshopId);
  }
}

function Entry({ row, timeZone, onChanged }: { row: WorkRow; timeZone: string; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { workId, kind, minutes, at, on, onName, note } = row;
  const day = dayWord(wallIn(at, timeZone).date, todayIn(timeZone, Date.now()));
  return (
    <li>
      <div>
        <p>
          <span class="mono">{duration(minutes)}</span> {words.kinds[kind]}
          {' · '}
          {onName === null ? (
            <span class="soft">
              {words.subjects[on.kind]} {words.gone}
            </span>
          ) : (
            <a href={addressOfSubject(on)}>{onName}</a>
          )}
        </p>
        <p class="soft small">
          {day}
          {note && ` · ${note}`}
        </p>
      </div>
      <Button
        kind="quiet"
        busy={busy}
        label={words.takeBackOf(duration(minutes), onName ?? words.subjects[on.kind])}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/me/work/${workId}/take-back`,
            body: {},
            done: words.takenBack,
            after: onChanged,
          })
        }
      >
        {words.takeBack}
      </Button>
    </li>
  );
}
