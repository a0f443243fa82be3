import './machineRow.css';
import type { MachineSummary } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { Plate } from '../ui/plate.tsx';
import { State } from '../ui/state.tsx';
import { answerInBrief } from './answer.ts';

export interface MachineRowProps {
  machine: MachineSummary;
  /** The date on the workshop's wall. */
  today: string;
  /** Left out where the list is of one workshop. */
  showWorkshop?: boolean;
}

/** A machine in a list: its plate, what it is, and the one line. */
export function MachineRow({ machine, today, showWorkshop }: MachineRowProps) {
  const { kind, line } = answerInBrief(machine.availability, today);
  return (
    <li class="machine-row">
      <Plate name={machine.name} href={addressOf.machine(machine.machineId)} retired={machine.retired} />
      <div class="what">
        <span>{t.words.kinds[machine.kind]}</span>
        {showWorkshop && <span>{machine.workshopName}</span>}
      </div>
      <State kind={kind}>{line}</State>
    </li>
  );
}
