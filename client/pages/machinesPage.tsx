import './machinesPage.css';
import { useEffect, useState } from 'preact/hooks';
import { isBorrowed, type MachineKind, machineKind } from '../../shared/machines/words.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { isFreeNow } from '../machines/answer.ts';
import { addressWith, filterFrom, fitting, type MachineFilter, noFilter } from '../machines/filter.ts';
import { Filters, type FiltersProps } from '../machines/filters.tsx';
import { MachineRow } from '../machines/machineRow.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me, myWorkshops } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { machineList } from '../views.ts';

/** Rows drawn at first, and more with each press: a large region stays light on an old phone. */
const PAGE_OF_ROWS = 60;
const words = t.machines.list;
const isKind = (text: string): text is MachineKind => machineKind.safeParse(text).success;

/** Also of machines that are added while the list stands. */
const TOPICS = ['machine-', 'calendar-'];

/** All machines one may see, those free now first. */
export function MachinesPage({ query }: PageProps) {
  const machines = useResource('/api/machines', machineList, TOPICS);
  const [filter, setFilter] = useState(() => filterFrom(query, isKind));
  useNow(machines.refetch);
  useEffect(() => {
    history.replaceState(history.state, '', addressWith(filter));
  }, [filter]);
  return (
    <PageFrame title={t.machines.title} action={<Ways filter={filter} />}>
      <Shown resource={machines}>
        {({ machines: all }) => (
          <Machines
            // What is borrowed has its own page.
            all={all.filter(({ kind }) => !isBorrowed(kind))}
            filter={filter}
            onFilter={setFilter}
          />
        )}
      </Shown>
    </PageFrame>
  );
}

function Ways({ filter }: { filter: MachineFilter }) {
  return (
    <div class="buttons machine-ways">
      {me.value && <ButtonLink href={addressOf.find}>{t.find.title}</ButtonLink>}
      {me.value && <ButtonLink href={addressOf.inductions}>{t.inductions.title}</ButtonLink>}
      <TimelineLink filter={filter} />
    </div>
  );
}

function TimelineLink({ filter }: { filter: MachineFilter }) {
  const [first] = myWorkshops.value;
  const workshopId = filter.workshop && filter.workshop !== 'mine' ? filter.workshop : first?.workshopId;
  if (!me.value || !workshopId) return null;
  return <ButtonLink href={addressOf.timeline(workshopId)}>{words.timeline}</ButtonLink>;
}

function Machines({ all, filter, onFilter }: FiltersProps) {
  const [rows, setRows] = useState(PAGE_OF_ROWS);
  const mine = myWorkshops.value.map(({ workshopId }) => workshopId);
  const found = fitting(all, filter, mine);
  const inService = all.filter((machine) => !machine.retired);
  const now = Date.now();
  if (inService.length === 0) return <NoMachines />;
  return (
    <>
      <Filters all={all} filter={filter} onFilter={onFilter} />
      <section aria-label={t.machines.title} class="stack">
        <p class="count-line" role="status">
          {filter === noFilter
            ? words.freeCount(
                inService.filter(({ availability }) => isFreeNow(availability)).length,
                inService.length,
              )
            : words.found(found.length)}
        </p>
        {found.length === 0 && (
          <EmptyState text={words.noneFits}>
            <Button onPress={() => onFilter(noFilter)}>{words.clear}</Button>
          </EmptyState>
        )}
        <ul class="rows">
          {found.slice(0, rows).map((machine) => (
            <MachineRow
              key={machine.machineId}
              machine={machine}
              today={todayIn(machine.timeZone, now)}
              showWorkshop
            />
          ))}
        </ul>
        {found.length > rows && (
          <Button wide onPress={() => setRows(rows + PAGE_OF_ROWS)}>
            {t.words.more}
          </Button>
        )}
      </section>
    </>
  );
}

function NoMachines() {
  const [own] = myWorkshops.value.filter(({ roles }) => roles.includes('steward'));
  return (
    <EmptyState text={words.none}>
      {own && (
        <ButtonLink kind="main" href={addressOf.newMachine(own.workshopId)}>
          {words.add}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
