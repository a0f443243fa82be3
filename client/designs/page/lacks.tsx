import './values.css';
import { useState } from 'preact/hooks';
import { type LacksView, lacksView } from '../../../shared/designs/designViews.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { myWorkshops } from '../../session.ts';
import { Chips } from '../../ui/chips.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Shown } from '../../ui/shown.tsx';
import { State } from '../../ui/state.tsx';

const words = t.designPage.lacks;
/** Where on the page it is told in full. */
const TAKES = 'takes';

function useLacks(designId: string, workshopId: string | undefined) {
  const path = workshopId === undefined ? null : `/api/designs/${designId}/lacks?workshop=${workshopId}`;
  return useResource(path, lacksView, [`design-${designId}`]);
}

/** What one's first workshop lacks, in a line; nothing for those without one. */
export function LacksLine({ designId }: { designId: string }) {
  const [own] = myWorkshops.value;
  const view = useLacks(designId, own?.workshopId).value.value;
  if (!view || view.machines.length === 0) return null;
  const lacking = view.machines.filter(({ here }) => here.length === 0);
  if (lacking.length === 0)
    return (
      <p>
        <State kind="free">{words.all(view.workshop.name)}</State>
      </p>
    );
  return (
    <p class="said-and-way">
      <State kind="closed">
        {words.lacking}: {t.words.and(lacking.map(({ kind }) => t.words.kinds[kind]))}
      </State>{' '}
      <a href={`#${TAKES}`}>{words.titleAlone}</a>
    </p>
  );
}

/** Which machines and skills it takes, where they are, and the way to each. `needed`: for those without a workshop. */
export function Takes({ designId, needed }: { designId: string; needed: readonly MachineKind[] }) {
  const mine = myWorkshops.value;
  const [workshopId, setWorkshopId] = useState(mine[0]?.workshopId);
  const lacks = useLacks(designId, workshopId);
  const name = mine.find((each) => each.workshopId === workshopId)?.name;
  return (
    <div id={TAKES}>
      <PageSection title={name === undefined ? words.titleAlone : words.title(name)}>
        {mine.length > 1 && (
          <Chips<string>
            label={t.frame.workshops}
            quiet
            line
            value={workshopId ?? ''}
            options={mine.map((each) => ({ value: each.workshopId, label: each.name }))}
            onValue={setWorkshopId}
          />
        )}
        {workshopId === undefined ? (
          <Needed needed={needed} />
        ) : (
          <Shown resource={lacks}>{(view) => <Lacks view={view} />}</Shown>
        )}
      </PageSection>
    </div>
  );
}

function Needed({ needed }: { needed: readonly MachineKind[] }) {
  if (needed.length === 0) return <p class="soft">{words.nothing}</p>;
  return (
    <>
      <p>{t.words.and(needed.map((kind) => t.words.kinds[kind]))}</p>
      <p class="soft">
        <a href={addressOf.workshops}>{words.chooseWorkshop}</a>
      </p>
    </>
  );
}

function Lacks({ view }: { view: LacksView }) {
  const { machines, competences } = view;
  const order = machines.toSorted((one, other) => one.here.length - other.here.length);
  return (
    <>
      {machines.length === 0 && <p class="soft">{words.nothing}</p>}
      {machines.length > 0 && (
        <ul class="rows">
          {order.map((machine) => (
            <Machine key={machine.kind} machine={machine} />
          ))}
        </ul>
      )}
      {competences.length > 0 && (
        <p>
          {words.competences}:{' '}
          {t.words.and(
            competences.map((each) => `${each.name} (${each.known ? words.known : words.unknown})`),
          )}
          {competences.some(({ known }) => !known) && (
            <>
              {'. '}
              <a href={addressOf.inductions}>{words.inductions}</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

function Machine({ machine }: { machine: LacksView['machines'][number] }) {
  const { kind, here, elsewhere } = machine;
  const called = t.words.kinds[kind];
  if (here.length > 0)
    return (
      <li class="said-and-way">
        <State kind="free">
          {called}: {words.here.toLowerCase()}
        </State>{' '}
        {here.slice(0, 3).map((each, index) => (
          <span key={each.machineId}>
            {index > 0 && ', '}
            <a href={addressOf.calendar(each.machineId)}>{words.book(each.name)}</a>
          </span>
        ))}
      </li>
    );
  return (
    <li class="said-and-way">
      <State kind="closed">
        {called}: {words.lacking.toLowerCase()}
      </State>{' '}
      {elsewhere.length === 0 ? (
        <span class="soft">{words.nowhere}</span>
      ) : (
        <>
          <span class="soft">{words.elsewhere(t.words.and(elsewhere.map(({ name }) => name)))} </span>
          <a href={addressOf.findKind(kind)} aria-label={words.findNear(called)}>
            {words.near}
          </a>
        </>
      )}
    </li>
  );
}
