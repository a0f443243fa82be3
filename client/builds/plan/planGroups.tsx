import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlanView } from '../../../shared/plans/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { moneyInWords } from '../../designs/figures.ts';
import { groupsOf, type PlanGroup, placesOf, shelvesHere } from './groups.ts';
import { PlanRow, type PlanRowProps } from './planRow.tsx';

const words = t.buildPlan;
/** A plan of so few lines is read without opening anything. */
const FEW = 8;
/** Names that a group tells before it is opened. */
const MOST_NAMES = 4;

interface PlanGroupsProps extends Pick<PlanRowProps, 'build' | 'onChanged'> {
  plan: PlanView;
}

/** What is to be done, each kind with its count and its gist in one line; what is met is folded away. */
export function PlanGroups({ plan, build, onChanged }: PlanGroupsProps) {
  const [isOpen] = useState(plan.all <= FEW);
  const focus = useKeptFocus();
  const here = plan.workshop?.workshopId;
  return (
    <div class="plan-groups" ref={focus.root} onFocusIn={focus.onFocusIn}>
      {groupsOf(plan).map((group) => (
        <details key={group.doing} class="plan-group" data-doing={group.doing} open={isOpen}>
          <summary>
            <h3>
              {words.doings[group.doing]} <span class="count">{group.count}</span>
            </h3>
            <span class="small soft">{gistOf(group, plan)}</span>
          </summary>
          <ul class="rows plan-lines">
            {group.lines.map((line) => (
              <PlanRow
                key={line.line}
                line={line}
                here={here}
                build={build}
                isOpen={isOpen}
                onChanged={onChanged}
              />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** One line by which one knows whether to open a group: places, shelves, names, or money. */
function gistOf({ doing, lines }: PlanGroup, { workshop, costs }: PlanView): string {
  const here = workshop?.workshopId;
  switch (doing) {
    case 'here':
      return few(shelvesHere(lines, here));
    case 'fetch':
      return few(placesOf(lines, here).map(({ name, count }) => words.placeCount(name, count)));
    case 'make':
      return few(lines.map(({ name }) => name));
    case 'buy': {
      const sum = costs.sums.map(({ currency, amount }) => moneyInWords(amount, currency)).join(' + ');
      return words.cost(sum, costs.priced, costs.all);
    }
    case 'met':
      return '';
  }
}

function few(told: readonly string[]): string {
  // Lugs of three kinds bear one name: it is said once.
  const names = [...new Set(told)];
  const more = names.length - MOST_NAMES;
  return [...names.slice(0, MOST_NAMES), ...(more > 0 ? [words.more(more)] : [])].join(', ');
}

/** A row that moves to another group takes the focus along; where that is folded, its group has it. */
function useKeptFocus() {
  const root = useRef<HTMLDivElement>(null);
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (last.current === null || document.activeElement !== document.body) return;
    const row = root.current?.querySelector(`[data-line="${CSS.escape(last.current)}"]`);
    const group = row?.closest('details.plan-group');
    const target = group?.hasAttribute('open') ? row : group;
    target?.querySelector('summary')?.focus({ preventScroll: true });
  });
  const onFocusIn = (event: FocusEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    last.current = row?.dataset.line ?? null;
  };
  return { root, onFocusIn };
}
