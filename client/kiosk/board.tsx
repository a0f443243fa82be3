import type { KioskMachine } from '../../shared/kiosks/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { moment } from '../time.ts';
import { Plate } from '../ui/plate.tsx';
import { State, type StateKind } from '../ui/state.tsx';

const words = t.devices.kiosk;

/** Every machine as a tile: what it is doing, for everybody's eyes. */
export function Board({ machines, today }: { machines: readonly KioskMachine[]; today: string }) {
  return (
    <ul class="kiosk-tiles">
      {machines.map(({ machineId, name, state }) => {
        const { kind, text } = told(state, today);
        return (
          <li key={machineId} class="kiosk-tile">
            <Plate name={name} />
            <State kind={kind}>{text}</State>
          </li>
        );
      })}
    </ul>
  );
}

function told(state: KioskMachine['state'], today: string): { kind: StateKind; text: string } {
  switch (state.is) {
    case 'free':
      return { kind: 'free', text: state.until ? words.freeUntil(moment(state.until, today)) : words.free };
    case 'inUse':
      return { kind: 'taken', text: words.inUse(moment(state.until, today)) };
    case 'booked':
      return { kind: 'soon', text: words.booked(moment(state.until, today)) };
    case 'out':
      return { kind: 'out', text: state.until ? words.outUntil(moment(state.until, today)) : words.out };
  }
}
