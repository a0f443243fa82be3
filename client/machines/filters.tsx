import './filters.css';
import { useState } from 'preact/hooks';
import type { MachineSummary } from '../../shared/machines/views.ts';
import type { MachineKind } from '../../shared/machines/words.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { myWorkshops } from '../session.ts';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import type { MachineFilter } from './filter.ts';

const words = t.machines.list;
const WIDE = '(min-width: 900px)';

export interface FiltersProps {
  all: MachineSummary[];
  filter: MachineFilter;
  onFilter: (filter: MachineFilter) => void;
}

/** Narrows the list. On a phone the fields are folded away, unless one of them narrows it now: machines come first. */
export function Filters({ all, filter, onFilter }: FiltersProps) {
  const workshops = new Map(all.map(({ workshopId, workshopName }) => [workshopId, workshopName]));
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort((left, right) =>
    t.words.kinds[left].localeCompare(t.words.kinds[right]),
  );
  const mine = myWorkshops.value.length > 0 ? [{ value: 'mine', label: words.mine }] : [];
  const [open] = useState(
    () => matchMedia(WIDE).matches || Boolean(filter.search || filter.workshop || filter.kind),
  );
  return (
    <search aria-label={words.filters} class="machine-search">
      <Chips
        label={words.show}
        quiet
        value={filter.freeOnly ? 'free' : 'all'}
        options={[
          { value: 'all', label: words.all },
          { value: 'free', label: words.freeNow },
        ]}
        onValue={(value) => onFilter({ ...filter, freeOnly: value === 'free' })}
      />
      <Fold summary={words.narrow} open={open}>
        <div class="machine-filters">
          <TextField
            label={words.search}
            type="search"
            value={filter.search}
            maxLength={80}
            onValue={(search) => onFilter({ ...filter, search })}
          />
          {workshops.size > 1 && (
            <SelectField
              label={words.workshop}
              value={filter.workshop}
              options={[
                { value: '', label: words.everyWorkshop },
                ...mine,
                ...[...workshops].map(([value, label]) => ({ value, label })),
              ]}
              onValue={(workshop) => onFilter({ ...filter, workshop })}
            />
          )}
          <SelectField<MachineKind | ''>
            label={words.kind}
            value={filter.kind}
            options={[
              { value: '', label: words.everyKind },
              ...kinds.map((kind) => ({ value: kind, label: t.words.kinds[kind] })),
            ]}
            onValue={(kind) => onFilter({ ...filter, kind })}
          />
        </div>
      </Fold>
    </search>
  );
}
