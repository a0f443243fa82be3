import './shelf.css';
import type { StockRow } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../useCommand.ts';
import { amountInWords } from './amounts.ts';
import { stockPath } from './stockPath.ts';

const words = t.shelf;

export interface ReservationsProps {
  stock: StockRow;
  mayChange: boolean;
  onChanged: () => void;
}

/** For which builds some of it is kept. */
export function Reservations({ stock, mayChange, onChanged }: ReservationsProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <ul class="rows stock-entries">
      {stock.reservations.map(({ stockReservationId, build, amount }) => {
        const name = build.name ?? words.someBuild;
        return (
          <li key={stockReservationId}>
            <span>
              {amountInWords(amount, stock.unit)}{' '}
              <a href={addressOf.build(build.buildId)}>{words.for(name)}</a>
            </span>
            {mayChange && (
              <Button
                busy={busy}
                label={words.titles.release(name)}
                onPress={() =>
                  give({
                    method: 'post',
                    path: `${stockPath(stock)}/release`,
                    body: { stockReservationId },
                    done: words.reserve.released(name),
                    after: onChanged,
                  })
                }
              >
                {words.acts.release}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
