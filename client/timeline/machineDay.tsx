import './timelinePage.css';
import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField } from '../ui/field.tsx';
import type { Board } from './board.ts';
import { DayList } from './dayList.tsx';
import type { Opened } from './opened.ts';

const KEPT = 'timeline-machine';

export interface MachineDayProps {
  board: Board;
  now: number;
  onOpen: (opened: Opened) => void;
}

/** A workshop's timeline where there is no room for one: choose a machine, see its day. The choice is kept. */
export function MachineDay({ board, now, onOpen }: MachineDayProps) {
  const [machineId, setMachineId] = useState(() => sessionStorage.getItem(KEPT) ?? '');
  const row = board.rows.find(({ machine }) => machine.machineId === machineId) ?? board.rows[0];
  if (!row) return <EmptyState text={t.timeline.noMachines} />;
  return (
    <div class="machine-day">
      <SelectField
        label={t.timeline.machine}
        value={row.machine.machineId}
        options={board.rows.map(({ machine }) => ({ value: machine.machineId, label: machine.name }))}
        onValue={(value) => {
          sessionStorage.setItem(KEPT, value);
          setMachineId(value);
        }}
      />
      <DayList row={row} now={now} onOpen={onOpen} />
    </div>
  );
}
