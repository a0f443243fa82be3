import { useState } from 'preact/hooks';
import type { StockRow as StockRowView } from '../../shared/stock/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { failureText } from '../failureText.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextField } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { StockActs } from './stockActs.tsx';
import type { ShelfQuery } from './stockPath.ts';
import { StockRow } from './stockRow.tsx';
import { useSettled } from './useSettled.ts';
import { useShelf } from './useShelf.ts';

const words = t.shelf;
const SHOWS = ['all', 'low', 'offcuts'] as const satisfies readonly ShelfQuery['show'][];

/** Low ones first: that is what one comes for. */
const lowFirst = (stock: readonly StockRowView[]) =>
  stock.toSorted((one, other) => Number(other.low) - Number(one.low));

/** The shelves of one workshop, and what narrows them. */
export function ShelfOf({ workshopId, onAdd }: { workshopId: string; onAdd: () => void }) {
  const [typed, setTyped] = useState('');
  const [show, setShow] = useState<ShelfQuery['show']>('all');
  const query = { words: useSettled(typed), show };
  const { first, shelves = [], next, readMore, failure } = useShelf(workshopId, query);
  const isNarrowed = typed.trim() !== '' || show !== 'all';
  return (
    <>
      <search aria-label={words.filters} class="stack">
        <Chips
          label={words.show}
          quiet
          line
          value={show}
          options={SHOWS.map((value) => ({ value, label: words.shows[value] }))}
          onValue={setShow}
        />
        <TextField label={words.search} type="search" value={typed} maxLength={80} onValue={setTyped} />
      </search>
      <Shown resource={first}>
        {({ count, low, allowedActions }) => (
          <>
            <p class="count-line" role="status">
              {words.found(count)}
              {low > 0 && show !== 'low' && ` · ${words.lowHere(low)}`}
            </p>
            {count === 0 && !isNarrowed && (
              <EmptyState text={words.none}>
                {allowedActions.includes('stock.change') && (
                  <Button kind="main" onPress={onAdd}>
                    {words.add}
                  </Button>
                )}
              </EmptyState>
            )}
            {count === 0 && isNarrowed && (
              <EmptyState text={words.noneFits}>
                <Button
                  onPress={() => {
                    setTyped('');
                    setShow('all');
                  }}
                >
                  {words.clear}
                </Button>
              </EmptyState>
            )}
            {shelves.map(({ shelf, stock }) => (
              <PageSection key={shelf ?? ''} title={shelf ?? words.noShelf}>
                <ul class="rows">
                  {lowFirst(stock).map((each) => (
                    <StockRow key={each.materialId} stock={each}>
                      {allowedActions.includes('stock.change') && (
                        <StockActs stock={each} acts={['take', 'receive']} onChanged={first.refetch} />
                      )}
                    </StockRow>
                  ))}
                </ul>
              </PageSection>
            ))}
            {failure && <p role="alert">{failureText(failure)}</p>}
            {next !== null && (
              <Button wide onPress={readMore}>
                {t.words.more}
              </Button>
            )}
          </>
        )}
      </Shown>
    </>
  );
}
