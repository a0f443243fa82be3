import './shelf.css';
import type { QuantityUnit } from '../../shared/designs/units.ts';
import type { StockEntry, StockRow } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { dayInWords } from '../designs/words.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../useCommand.ts';
import { amountInWords, pieceInWords } from './amounts.ts';
import { stockPath } from './stockPath.ts';

const words = t.shelf;

/** `4 m taken`, `12 pieces counted, 14 pieces recorded before`. */
function whatHappened({ kind, amount, before }: StockEntry, unit: QuantityUnit): string {
  const told = amountInWords(amount, unit);
  if (kind === 'counted' && before !== null) return words.countedTo(told, amountInWords(before, unit));
  return words.entry(told, words.entries[kind]);
}

/** What belongs to it: whence, whereto, what was left over. */
function besides({ kind, workshop, waste, offcuts, inferred, reason }: StockEntry, unit: QuantityUnit) {
  return [
    workshop && (kind === 'sent' ? words.to(workshop.name) : words.from(workshop.name)),
    offcuts.length > 0 && words.leftOver(offcuts.map((length) => pieceInWords(length, unit)).join(', ')),
    waste > 0 && words.waste(amountInWords(waste, unit)),
    inferred && words.inferred,
    reason,
  ].filter(Boolean);
}

/** Where an entry is taken back; null where it cannot be. */
function takeBackPath({ lotId, consumptionId, takenBack, kind }: StockEntry, stock: StockRow): string | null {
  if (takenBack) return null;
  if (kind === 'received' && lotId) return `${stockPath(stock)}/receipts/${lotId}/take-back`;
  if (kind === 'consumed' && consumptionId)
    return `${stockPath(stock)}/consumptions/${consumptionId}/take-back`;
  return null;
}

export interface StockEntriesProps {
  stock: StockRow;
  entries: readonly StockEntry[];
  mayChange: boolean;
  onChanged: () => void;
}

/** What was written down of a bin, the newest first. */
export function StockEntries({ stock, entries, mayChange, onChanged }: StockEntriesProps) {
  const { unit } = stock;
  const { busy, give } = useCommand({ failures: 'toast' });
  if (entries.length === 0) return <p class="soft">{words.noStory}</p>;
  return (
    <ul class="rows stock-entries">
      {entries.map((entry, index) => {
        const told = whatHappened(entry, unit);
        const path = takeBackPath(entry, stock);
        return (
          <li key={`${entry.at} ${index}`}>
            <div>
              <span data-taken-back={entry.takenBack || undefined}>{told}</span>
              {entry.build && (
                <>
                  {' '}
                  <a href={addressOf.build(entry.build.buildId)}>
                    {words.for(entry.build.name ?? words.someBuild)}
                  </a>
                </>
              )}
              {entry.takenBack && <> ({words.takenBack})</>}
              <p class="soft small">
                {[dayInWords(entry.at), entry.by?.name, ...besides(entry, unit)].filter(Boolean).join(' · ')}
              </p>
            </div>
            {mayChange && path && (
              <Button
                kind="quiet"
                busy={busy}
                label={words.takeBackOf(told)}
                onPress={() =>
                  give({ method: 'post', path, body: {}, done: words.tookBack, after: onChanged })
                }
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
