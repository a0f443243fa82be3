import { IconTool } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BuildView, SessionView } from '../../../shared/builds/views.ts';
import { machineList, machineView } from '../../../shared/machines/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { speakOfWorkshops } from '../../catalogue/workshopTexts.ts';
import { online } from '../../connection.ts';
import { deferred } from '../../frame/deferred.tsx';
import { keptAs } from '../../offline/keptAs.ts';
import { useResource } from '../../resource.ts';
import { nowThere } from '../../serverClock.ts';
import { duration } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { State } from '../../ui/state.tsx';
import { useCommand } from '../../useCommand.ts';
import { peopleInWords } from '../words.ts';
import { whenIn } from './when.ts';

const words = t.buildLog.machines;
const StartWithin = deferred(async () => {
  await speakOfWorkshops();
  return (await import('./startWithin.tsx')).StartWithin;
});

interface MachineSectionProps {
  build: BuildView;
  step: string | null;
  onChanged: () => void;
}

/** Sessions of machines for this build: the same that their bookings know, so that no hours are typed twice. */
export function MachineSection({ build, step, onChanged }: MachineSectionProps) {
  const [using, setUsing] = useState(false);
  const total = build.minutes.machines;
  const may = build.allowedActions.includes('build.write') && build.status === 'open';
  return (
    <PageSection title={words.title}>
      {build.sessions.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <p>{words.total(duration(Math.round(total)))}</p>
      )}
      <ul class="rows">
        {build.sessions.map((session) => (
          <li key={session.bookingId} class="log-line">
            <Session build={build} session={session} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      {may && (
        <div class="buttons">
          <Button onPress={() => setUsing(true)}>
            <IconTool aria-hidden="true" />
            {words.use}
          </Button>
        </div>
      )}
      {using && <UseDialog build={build} step={step} onChanged={onChanged} onClose={() => setUsing(false)} />}
    </PageSection>
  );
}

interface SessionProps {
  build: BuildView;
  session: SessionView;
  onChanged: () => void;
}

function Session({ build, session, onChanged }: SessionProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, by, mine, from, to, minutes, begunHere } = session;
  const runs = to === null;
  return (
    <>
      <div>
        <p>
          <a href={addressOf.machine(machineId)}>{machineName}</a>
        </p>
        {runs && <State kind="yours">{words.running(whenIn(from, build))}</State>}
        <p class="small">
          {!runs && `${words.ran(whenIn(from, build), duration(Math.round(minutes)))} · `}
          {peopleInWords([by])}
        </p>
      </div>
      {runs && mine && <StopSession session={session} onChanged={onChanged} />}
      {!runs && !begunHere && build.allowedActions.includes('build.write') && (
        <Button
          kind="quiet"
          busy={busy}
          label={words.leaveOf(machineName)}
          onPress={() =>
            give({
              method: 'post',
              path: `/api/builds/${build.buildId}/sessions/${bookingId}/leave`,
              body: {},
              done: words.left(machineName),
              keepAs: keptAs(words.left(machineName)),
              after: onChanged,
            })
          }
        >
          {words.leave}
        </Button>
      )}
    </>
  );
}

/** Ends one's own session; its hours stand in the build and in the booking alike. */
export function StopSession({ session, onChanged }: Omit<SessionProps, 'build'>) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { machineId, machineName, bookingId, entityRevision } = session;
  return (
    <Button
      busy={busy}
      label={words.stopOf(machineName)}
      onPress={() =>
        give({
          method: 'post',
          path: `/api/machines/${machineId}/bookings/${bookingId}/stop`,
          // Sent later, it still ended now.
          body: online.value ? {} : { at: new Date(nowThere()).toISOString() },
          ifMatch: entityRevision,
          done: t.words.stopped(machineName),
          keepAs: t.words.stopKept(machineName),
          after: onChanged,
        })
      }
    >
      {words.stop}
    </Button>
  );
}

interface UseDialogProps extends MachineSectionProps {
  onClose: () => void;
}

/** Which machine, and Start as everywhere; where it runs already for oneself, its session is taken in. */
function UseDialog({ build, step, onChanged, onClose }: UseDialogProps) {
  const workshopId = build.workshop?.workshopId;
  const list = useResource(workshopId ? `/api/machines?workshop=${workshopId}` : null, machineList);
  const [chosen, setChosen] = useState<string | null>(null);
  const machines = (list.value.value?.machines ?? []).filter(({ retired }) => !retired);
  const asked = build.stepList.find((each) => each.step === step)?.machines ?? [];
  // What the step asks for, or the only one there is, needs no choosing.
  const fitting = machines.filter(({ kind }) => asked.includes(kind));
  const [likely = null] = fitting.length > 0 ? fitting : machines.length === 1 ? machines : [];
  const machineId = chosen ?? likely?.machineId ?? '';
  return (
    <Dialog title={words.use} onClose={onClose}>
      <div class="stack">
        {list.value.value && machines.length === 0 && <p>{words.noneHere}</p>}
        <SelectField
          label={words.choose}
          value={machineId}
          options={[
            { value: '', label: '–' },
            ...machines.map(({ machineId: value, name }) => ({ value, label: name })),
          ]}
          onValue={setChosen}
        />
        {machineId === '' && !online.value && (
          <p class="note" data-tone="soon">
            {t.noSignal.start}
          </p>
        )}
        {machineId !== '' && (
          <StartHere
            key={machineId}
            build={build}
            step={step}
            machineId={machineId}
            onDone={() => {
              onChanged();
              onClose();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

interface StartHereProps {
  build: BuildView;
  step: string | null;
  machineId: string;
  onDone: () => void;
}

function StartHere({ build, step, machineId, onDone }: StartHereProps) {
  const machine = useResource(`/api/machines/${machineId}`, machineView, [`calendar-${machineId}`]);
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <Shown resource={machine}>
      {(shown) => {
        const { availability, name } = shown;
        if (availability.answer === 'inUse')
          return (
            <Button
              kind="main"
              busy={busy}
              onPress={async () => {
                const reply = await give({
                  method: 'post',
                  path: `/api/builds/${build.buildId}/sessions`,
                  body: { machineId, bookingId: availability.bookingId },
                  done: words.joined(name),
                  keepAs: keptAs(words.joined(name)),
                  kept: onDone,
                });
                if (reply) onDone();
              }}
            >
              {words.join}
            </Button>
          );
        // Whether it is free, safe, and theirs to use is known there alone; nobody else would see that it runs.
        if (!online.value)
          return (
            <p class="note" data-tone="soon">
              {shown.rules.checkIn === 'reader' ? t.noSignal.reader : t.noSignal.start}
            </p>
          );
        return <StartWithin build={build} step={step} machine={shown} onDone={onDone} />;
      }}
    </Shown>
  );
}
