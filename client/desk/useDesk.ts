import { useState } from 'preact/hooks';
import type { Objection } from '../../shared/bookings/rules.ts';
import {
  type BorrowerView,
  lendReply,
  type ScanView,
  scanView,
  type ToolAtDesk,
  type ToolView,
} from '../../shared/loans/views.ts';
import { commandWith, get } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { RequestFailed } from '../problem.ts';
import { todayIn } from '../time/zone.ts';
import { moment } from '../time.ts';
import { showToast } from '../ui/toasts.ts';

const words = t.loans.desk;

/** A tool on the counter; `until` null: as reserved, else as long as it is lent. */
export interface ToLend {
  at: ToolAtDesk;
  until: string | null;
  objections: Objection[];
}

export interface Desk {
  busy: boolean;
  person: BorrowerView | null;
  basket: readonly ToLend[];
  /** A tool that was scanned and is out: it comes back. */
  returning: ToolView | null;
  /** Of several that a piece of a name may mean. */
  choices: Pick<ScanView, 'people' | 'tools'> | null;
  /** Rises when the hands are free for the next scan. */
  turn: number;
  scan(code: string): Promise<void>;
  lend(): Promise<void>;
  setUntil(machineId: string, until: string): void;
  leaveOut(machineId: string): void;
  takeBack(tool: ToolView): void;
  doneReturning(): void;
  nextPerson(): void;
}

/** The state of the desk between two scans. `onChanged`: something went out or came back. */
export function useDesk(workshopId: string, onChanged: () => void): Desk {
  const [busy, setBusy] = useState(false);
  const [person, setPerson] = useState<BorrowerView | null>(null);
  const [basket, setBasket] = useState<readonly ToLend[]>([]);
  const [returning, setReturning] = useState<ToolView | null>(null);
  const [choices, setChoices] = useState<Desk['choices']>(null);
  const [turn, setTurn] = useState(0);
  const path = `/api/workshops/${workshopId}/desk`;

  const ask = (code: string) => get(`${path}/scan?code=${encodeURIComponent(code)}`, scanView);
  const working = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setBusy(false);
      setTurn((before) => before + 1);
    }
  };
  /** Whoever stands there, as they are now. */
  const readPerson = async (memberId: string) => setPerson((await ask(memberId)).person);

  const put = (at: ToolAtDesk) => {
    if (at.loan) {
      setReturning(at.tool);
      return;
    }
    setBasket((before) =>
      before.some((one) => one.at.tool.machineId === at.tool.machineId)
        ? before
        : [...before, { at, until: null, objections: [] }],
    );
  };

  return {
    busy,
    person,
    basket,
    returning,
    choices,
    turn,
    scan: (code) =>
      working(async () => {
        const found = await ask(code);
        setChoices(null);
        if (found.person) setPerson(found.person);
        else if (found.tool) put(found.tool);
        else if (found.people.length + found.tools.length > 0) setChoices(found);
        else showToast(/\d/.test(code) ? words.unknownCode : words.nothing(code), { tone: 'failed' });
      }),
    lend: () =>
      working(async () => {
        if (!person) return;
        const { memberId } = person;
        const body = {
          memberId,
          tools: basket.map(({ at, until }) => ({
            machineId: at.tool.machineId,
            ...(until === null ? {} : { until: new Date(until).toISOString() }),
          })),
        };
        const reply = await commandWith('post', `${path}/lend`, body, lendReply);
        for (const { name, due, undo, bookingId } of reply.tools) {
          if (bookingId === null) continue;
          const today = todayIn(basket[0]?.at.tool.timeZone ?? 'UTC', Date.now());
          const undone = () => {
            onChanged();
            void readPerson(memberId).catch(() => undefined);
          };
          showToast(words.lent(name, moment(due, today)), { undo, undone });
        }
        setBasket((before) =>
          before.flatMap((one) => {
            const told = reply.tools.find(({ machineId }) => machineId === one.at.tool.machineId);
            return told?.bookingId === null ? [{ ...one, objections: told.objections }] : [];
          }),
        );
        onChanged();
        await readPerson(memberId);
      }),
    setUntil: (machineId, until) =>
      setBasket((before) =>
        before.map((one) => (one.at.tool.machineId === machineId ? { ...one, until, objections: [] } : one)),
      ),
    leaveOut: (machineId) => {
      setBasket((before) => before.filter(({ at }) => at.tool.machineId !== machineId));
      setTurn(turn + 1);
    },
    takeBack: setReturning,
    doneReturning: () => {
      setReturning(null);
      setTurn(turn + 1);
      onChanged();
      if (person) void readPerson(person.memberId).catch(() => undefined);
    },
    nextPerson: () => {
      setPerson(null);
      setBasket([]);
      setTurn(turn + 1);
    },
  };
}
