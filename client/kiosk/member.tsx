import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { KioskSession } from '../../shared/kiosks/views.ts';
import type { MachineSummary } from '../../shared/machines/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { RequestFailed } from '../problem.ts';
import { moment } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { State, type StateKind } from '../ui/state.tsx';
import { showToast } from '../ui/toasts.ts';
import { bookingList, machineList } from '../views.ts';
import { KioskForm, type KioskTask } from './form.tsx';
import { ask, give } from './tablet.ts';
import { useAway } from './useAway.ts';

const words = t.devices.kiosk;
/** The server forgets whoever asks nothing for half a minute: a touch asks again. Milliseconds. */
const ASK_AFTER = 8_000;

export interface KioskMemberProps {
  session: KioskSession;
  workshopId: string;
  today: string;
  onAway: () => void;
}

/** What whoever stands here may do now: start, stop, book today, report a fault. */
export function KioskMember({ session, workshopId, today, onAway }: KioskMemberProps) {
  const { key, name, idleSeconds } = session;
  const left = useAway(idleSeconds, onAway);
  const [machines, setMachines] = useState<MachineSummary[]>([]);
  const [revisions, setRevisions] = useState<ReadonlyMap<string, number>>(new Map());
  const [task, setTask] = useState<KioskTask | null>(null);
  const { busy, failure, attempt } = useAttempt();
  const askedAt = useRef(0);
  const read = useCallback(async () => {
    askedAt.current = Date.now();
    try {
      const [all, mine] = await Promise.all([
        ask(key, `/api/machines?workshop=${workshopId}`, machineList),
        ask(key, '/api/me/bookings', bookingList),
      ]);
      setMachines(all.machines);
      setRevisions(new Map(mine.bookings.map(({ bookingId, revision }) => [bookingId, revision])));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.status === 401) onAway();
    }
  }, [key, workshopId]);
  useEffect(() => {
    read();
    const touch = () => {
      if (Date.now() - askedAt.current > ASK_AFTER) read();
    };
    addEventListener('pointerdown', touch);
    return () => removeEventListener('pointerdown', touch);
  }, [read]);
  const carryOut = async (path: string, body: object, done: string, revision?: number) => {
    // Until the machines are read anew, the second half of a double tap would stop what is stopped already.
    await attempt(async () => {
      try {
        await give(key, path, body, revision);
        showToast(done);
        setTask(null);
      } finally {
        await read();
      }
    });
  };
  return (
    <PageFrame
      title={words.hello(name)}
      line={
        <span class="kiosk-away" role="timer">
          {words.seconds(left)}
        </span>
      }
      action={
        <Button kind="main" onPress={onAway}>
          {words.signOut}
        </Button>
      }
    >
      {failure && (
        <p class="note" data-tone="danger" role="alert">
          {failureText(failure)}
        </p>
      )}
      {task ? (
        <KioskForm task={task} busy={busy} onGive={carryOut} onBack={() => setTask(null)} />
      ) : (
        <ul class="kiosk-tiles">
          {machines
            .filter((machine) => !isTool(machine) || machine.availability.answer === 'inUse')
            .map((machine) => (
              <Tile
                key={machine.machineId}
                machine={machine}
                today={today}
                busy={busy}
                onTask={(what) => setTask({ what, machine })}
                onStop={(bookingId) =>
                  carryOut(
                    `/api/machines/${machine.machineId}/bookings/${bookingId}/stop`,
                    {},
                    words.stopped(machine.name),
                    revisions.get(bookingId) ?? 0,
                  )
                }
              />
            ))}
        </ul>
      )}
    </PageFrame>
  );
}

const isTool = ({ kind }: MachineSummary) => kind === 'tool' || kind === 'kit';

interface TileProps {
  machine: MachineSummary;
  today: string;
  busy: boolean;
  onTask: (what: KioskTask['what']) => void;
  onStop: (bookingId: string) => void;
}

function Tile({ machine, today, busy, onTask, onStop }: TileProps) {
  const { name, availability } = machine;
  const { kind, text } = told(machine, today);
  const labelled = (word: string) => `${word}: ${name}`;
  const { answer } = availability;
  const stopWord = isTool(machine) ? words.giveBack : words.stop;
  return (
    <li class="kiosk-tile">
      <Plate name={name} />
      <State kind={kind}>{text}</State>
      <div class="buttons">
        {(answer === 'free' || answer === 'yours') && (
          <Button label={labelled(words.start)} onPress={() => onTask('start')}>
            {words.start}
          </Button>
        )}
        {answer === 'inUse' && (
          <Button busy={busy} label={labelled(stopWord)} onPress={() => onStop(availability.bookingId)}>
            {stopWord}
          </Button>
        )}
        {answer !== 'inUse' && answer !== 'retired' && (
          <Button kind="quiet" label={labelled(words.book)} onPress={() => onTask('book')}>
            {words.book}
          </Button>
        )}
        <Button kind="quiet" label={labelled(words.fault)} onPress={() => onTask('fault')}>
          {words.fault}
        </Button>
      </div>
    </li>
  );
}

function told({ availability }: MachineSummary, today: string): { kind: StateKind; text: string } {
  const at = (text: string) => moment(text, today);
  switch (availability.answer) {
    case 'free':
      return {
        kind: 'free',
        text: availability.until ? words.freeUntil(at(availability.until)) : words.free,
      };
    case 'yours':
    case 'inUse':
      return { kind: 'yours', text: words.yours(at(availability.until)) };
    case 'taken':
      return {
        kind: 'taken',
        text: availability.freeAt ? words.nextFree(at(availability.freeAt)) : t.words.booked,
      };
    case 'notYou':
      return { kind: 'closed', text: availability.objections.map(({ message }) => message).join(' ') };
    case 'outOfOrder':
      return { kind: 'out', text: availability.until ? words.outUntil(at(availability.until)) : words.out };
    default:
      return { kind: 'closed', text: '' };
  }
}
