import { budgetsOf, type Figure, type SupplyGroup } from '../../shared/assemblies/budgets.ts';
import type { Place } from '../../shared/assemblies/problems.ts';
import { carriedTold } from '../assemblies/measures.ts';
import { t } from '../catalogue/designTexts.ts';
import { PageSection } from '../ui/page.tsx';
import type { Workbench } from './bench.ts';
import { namingOf } from './names.ts';

const words = t.workbench.budgets;

/** What is given and what is needed in each net of hoses and cables: bars, with the numbers beside them. */
export function BudgetBars({ bench }: { bench: Workbench }) {
  const groups = budgetsOf(bench.solved.value);
  return (
    <PageSection title={words.title}>
      {groups.length === 0 && <p class="soft">{words.none}</p>}
      {groups.map((group) => (
        <Net key={group.users.map(({ instance }) => instance).join(' ')} bench={bench} group={group} />
      ))}
    </PageSection>
  );
}

function Net({ bench, group }: { bench: Workbench; group: SupplyGroup }) {
  const naming = namingOf(bench);
  const names = (places: readonly Place[]) =>
    t.words.and([...new Set(places.map(({ instance, name }) => naming.thing(instance, name)))]);
  return (
    <div class="stack">
      <p>
        {names(group.suppliers)} → {names(group.users)}
      </p>
      {group.figures.map((figure) => (
        <Bar key={figure.carried} figure={figure} />
      ))}
    </div>
  );
}

function Bar({ figure: { carried, offered, needed } }: { figure: Figure }) {
  if (offered === null || needed === null) return null;
  const most = Math.max(offered, needed, 1e-9);
  const isShort = needed - offered >= 0.05;
  const told = [
    words.offered(carriedTold(carried, offered)),
    words.needed(carriedTold(carried, needed)),
    isShort ? words.short : words.enough,
  ].join(', ');
  return (
    <div class="bench-budget" data-short={isShort || undefined}>
      <span>{words.carried[carried]}</span>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <rect class="offered" x="0" y="1" width={(100 * offered) / most} height="8" />
        <rect class="needed" x="0" y="11" width={(100 * needed) / most} height="8" />
      </svg>
      <span class="small mono">{told}</span>
    </div>
  );
}
