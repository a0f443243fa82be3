import type { StockView } from '../../shared/stock/views.ts';
import { stockView } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { dayInWords } from '../designs/words.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { amountInWords } from '../shelf/amounts.ts';
import { LengthBars } from '../shelf/lengthBars.tsx';
import { Lots } from '../shelf/lots.tsx';
import { Reservations } from '../shelf/reservations.tsx';
import { StockActs } from '../shelf/stockActs.tsx';
import { StockEntries } from '../shelf/stockEntries.tsx';
import { lowInWords } from '../shelf/stockRow.tsx';
import { numberInWords } from '../time.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { State } from '../ui/state.tsx';

const words = t.shelf;

/** One material or part on the shelves of one workshop: how much, since when, for whom. */
export function StockPage({ params }: PageProps) {
  const { workshopId = '', materialId = '' } = params;
  const stock = useResource(`/api/workshops/${workshopId}/stock/${materialId}`, stockView, [
    `stock-${workshopId}-${materialId}`,
  ]);
  const view = stock.value.value;
  if (!view)
    return (
      <PageFrame title={words.title}>
        <Shown resource={stock}>{() => null}</Shown>
      </PageFrame>
    );
  return <Bin view={view} onChanged={stock.refetch} />;
}

function cellsOf({ stock }: StockView) {
  const { unit, onHand, reserved, free, shelf, code, countedAt } = stock;
  return [
    { label: words.onHand, value: onHand > 0 ? amountInWords(onHand, unit) : words.nothing },
    ...(reserved > 0 ? [{ label: words.free, value: amountInWords(free, unit) }] : []),
    { label: words.place, value: shelf ?? words.noShelf },
    { label: words.code, value: <span class="code">{code}</span> },
    { label: words.countedLast, value: countedAt ? dayInWords(countedAt) : words.never },
    ...(stock.of
      ? [
          {
            label: words.design,
            value: <a href={addressOf.revision(stock.of.designId, stock.of.revision)}>{stock.of.title}</a>,
          },
        ]
      : []),
  ];
}

function Bin({ view, onChanged }: { view: StockView; onChanged: () => void }) {
  const { stock, workshop, entries, elsewhere, allowedActions } = view;
  const { workshopId } = workshop;
  const mayChange = allowedActions.includes('stock.change');
  const isLow = lowInWords(stock);
  return (
    <PageFrame
      title={stock.name}
      line={[stock.specification, workshop.name].filter(Boolean).join(' · ')}
      cells={cellsOf(view)}
    >
      <div class="stack">
        {isLow && (
          <p>
            <State kind="soon">{isLow}</State>
          </p>
        )}
        {mayChange && (
          <div class="buttons">
            <StockActs
              stock={stock}
              acts={stock.onHand > 0 ? ['take', 'receive'] : ['receive']}
              hasMain
              onChanged={onChanged}
            />
            <ButtonLink href={addressOf.countBin(workshopId, stock.code)}>{words.acts.count}</ButtonLink>
            <StockActs
              stock={stock}
              acts={stock.onHand > 0 ? ['reserve', 'send', 'describe'] : ['describe']}
              onChanged={onChanged}
            />
          </div>
        )}
        <LengthBars lots={stock.lots} unit={stock.unit} />
      </div>
      {stock.reservations.length > 0 && (
        <PageSection title={words.kept}>
          <Reservations stock={stock} mayChange={mayChange} onChanged={onChanged} />
        </PageSection>
      )}
      {stock.lots.length > 0 && (
        <PageSection title={words.lots}>
          <Lots stock={stock} />
        </PageSection>
      )}
      {elsewhere.length > 0 && (
        <PageSection title={words.elsewhere}>
          <ul class="rows">
            {elsewhere.map(({ workshop: other, kilometres, free }) => (
              <li key={other.workshopId}>
                <a href={addressOf.stock(other.workshopId, stock.materialId)}>{other.name}</a>
                <p class="soft small">
                  {[
                    amountInWords(free, stock.unit),
                    kilometres !== null && words.kilometres(numberInWords(Math.round(kilometres))),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      <PageSection title={words.story}>
        <StockEntries stock={stock} entries={entries} mayChange={mayChange} onChanged={onChanged} />
      </PageSection>
      <div class="buttons">
        <ButtonLink href={addressOf.shelfLabels(workshopId, stock.code)}>{words.label}</ButtonLink>
        <ButtonLink href={addressOf.shelfOf(workshopId)}>{words.backToShelf}</ButtonLink>
      </div>
    </PageFrame>
  );
}
