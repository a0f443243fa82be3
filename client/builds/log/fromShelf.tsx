import { useState } from 'preact/hooks';
import type { ConsumeStock } from '../../../shared/stock/commands.ts';
import { type StockRow, stockList } from '../../../shared/stock/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { online } from '../../connection.ts';
import { useResource } from '../../resource.ts';
import { nowThere } from '../../serverClock.ts';
import { AmountField, saidIn } from '../../shelf/amountField.tsx';
import { amountInWords } from '../../shelf/amounts.ts';
import { Refusal } from '../../shelf/refusal.tsx';
import { shelfQuestion, stockPath } from '../../shelf/stockPath.ts';
import { useKeptShelf } from '../../shelf/useKeptShelf.ts';
import { momentHere } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useCommand } from '../../useCommand.ts';
import type { MeetProps } from './meetDialog.tsx';

const words = t.buildLog.parts;

/** Taken off the shelf of the build's workshop. */
export function FromShelf(props: MeetProps) {
  const { build, line } = props;
  const [search, setSearch] = useState(line?.line.cut?.stock ?? line?.line.name ?? '');
  const [chosen, setChosen] = useState('');
  const workshopId = build.workshop?.workshopId;
  const shelf = useResource(
    workshopId ? shelfQuestion(workshopId, { words: search, show: 'all' }) : null,
    stockList,
  );
  const kept = useKeptShelf(workshopId, search);
  const read = shelf.value.value?.shelves.flatMap(({ stock }) => stock);
  const found = read ?? kept?.stock ?? [];
  const planned = line?.choice?.how === 'stock' ? line.choice.materialId : '';
  const stock = found.find(({ materialId }) => materialId === (chosen || planned)) ?? found[0];
  return (
    <div class="stack">
      <TextField label={words.shelf} type="search" maxLength={80} value={search} onValue={setSearch} />
      {read === undefined && kept !== null && (
        <p class="soft">
          {kept.at === null ? t.noSignal.noShelf : t.noSignal.shelf(momentHere(kept.at, Date.now()))}
        </p>
      )}
      {(read !== undefined || kept?.at) && found.length === 0 && <p role="status">{words.shelfNone}</p>}
      {found.length > 1 && (
        <SelectField
          label={words.hows.stock}
          value={stock?.materialId ?? ''}
          options={found.map((each) => ({
            value: each.materialId,
            label: `${each.name} (${words.onShelf(amountInWords(each.free, each.unit))})`,
          }))}
          onValue={setChosen}
        />
      )}
      {stock && <Take key={stock.materialId} {...props} stock={stock} />}
    </div>
  );
}

function Take({ build, line, step, stock, onChanged, onClose }: MeetProps & { stock: StockRow }) {
  const { name, unit } = stock;
  const [text, setText] = useState(firstAmount(line, unit));
  const [isTold, setTold] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const said = saidIn(text, unit);
  const submit = async (infer: boolean) => {
    setTold(true);
    if (said === null) return;
    const body: ConsumeStock = {
      ...('pieces' in said
        ? { pieces: [said.pieces], kerfMillimetres: line?.line.cut?.kerf ?? 0 }
        : { amount: said.amount }),
      buildId: build.buildId,
      line: line?.line.id ?? null,
      step,
      // Sent later, it was still taken now.
      ...(online.value ? {} : { at: new Date(nowThere()).toISOString() }),
      ...(infer ? { infer } : {}),
    };
    const reply = await give({
      method: 'post',
      path: `${stockPath(stock)}/consume`,
      body,
      done: words.taken(name),
      keepAs: words.kept(name),
      kept: onClose,
      after: onChanged,
    });
    if (reply) onClose();
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <p>
        <strong>{name}</strong>, {words.onShelf(amountInWords(stock.free, unit))}
      </p>
      <AmountField label={words.quantity} unit={unit} value={text} onValue={setText} isTold={isTold} />
      <Refusal failure={failure} busy={busy} onInfer={() => submit(true)} />
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {words.take}
        </Button>
      </div>
    </form>
  );
}

/** As the line asks: so many cut pieces, or so much. */
function firstAmount(line: MeetProps['line'], unit: StockRow['unit']): string {
  if (line === null || line.missing <= 0) return '';
  const { cut } = line.line;
  if (cut !== null) return `${line.missing} × ${cut.length} mm`;
  return line.line.unit === unit ? String(line.missing) : `${line.missing} ${line.line.unit}`;
}
