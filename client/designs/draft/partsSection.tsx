import { useMemo, useState } from 'preact/hooks';
import { MOST_LINES } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { speakOfWorkshops } from '../../catalogue/workshopTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { randomId } from '../../randomId.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/emptyState.tsx';
import { Fold } from '../../ui/page.tsx';
import { quantityInWords } from '../figures.ts';
import type { SectionProps } from './editor.tsx';
import { addition } from './entries.ts';
import { LineForm } from './lineForm.tsx';
import { type LineRow, newLine, rowsOf } from './lines.ts';
import { NewerSubDesigns } from './newerSubDesigns.tsx';
import { Windowed } from './windowed.tsx';

const words = t.draft.parts;
/** As in draft.css. */
const ROW_HEIGHT = 56;

const TakeTable = deferred(async () => {
  await speakOfWorkshops();
  return (await import('./takeTable.tsx')).TakeTable;
});

/** The parts list: each line opens to its form. */
export function PartsSection({ draft, content, entry }: SectionProps) {
  const [open, setOpen] = useState<string | null>(entry);
  const rows = useMemo(() => rowsOf(content.parts), [content.parts]);
  const row = rows.find(({ line }) => line.id === open);
  const add = (parent: string | null) => {
    const id = randomId();
    draft.edit(addition(content, 'parts', newLine(id, parent, words.newPart)));
    setOpen(id);
  };
  return (
    <div class="stack">
      <NewerSubDesigns draft={draft} content={content} />
      {rows.length === 0 ? (
        <EmptyState text={words.none} />
      ) : (
        <>
          <p class="soft">{words.count(rows.length)}</p>
          <Windowed
            items={rows}
            label={t.draft.sections.parts}
            rowHeight={ROW_HEIGHT}
            keyOf={({ line }) => line.id}
            first={entry}
          >
            {(each) => <Row row={each} onOpen={setOpen} />}
          </Windowed>
        </>
      )}
      <div class="buttons">
        {rows.length < MOST_LINES && <Button onPress={() => add(null)}>{words.add}</Button>}
      </div>
      <Fold summary={words.table}>
        <TakeTable draft={draft} hasLines={rows.length > 0} />
      </Fold>
      {row && (
        <Dialog title={`${row.number} ${row.line.name}`} onClose={() => setOpen(null)}>
          <Neighbours rows={rows} row={row} onOpen={setOpen} />
          <LineForm
            key={row.line.id}
            draft={draft}
            content={content}
            row={row}
            onAddInside={() => add(row.line.id)}
            onGone={() => setOpen(null)}
          />
        </Dialog>
      )}
    </div>
  );
}

interface NeighboursProps {
  rows: readonly LineRow[];
  row: LineRow;
  onOpen: (id: string) => void;
}

/** The way to the lines beside it, so that many are gone through without closing each. */
function Neighbours({ rows, row, onOpen }: NeighboursProps) {
  const index = rows.indexOf(row);
  const [before, after] = [rows[index - 1], rows[index + 1]];
  return (
    <div class="buttons">
      {after && (
        <Button key="next" label={words.nextLine(after.line.name)} onPress={() => onOpen(after.line.id)}>
          {words.next}
        </Button>
      )}
      {before && (
        <Button
          key="previous"
          label={words.previousLine(before.line.name)}
          onPress={() => onOpen(before.line.id)}
        >
          {words.previous}
        </Button>
      )}
    </div>
  );
}

const DEEPEST_DRAWN = 8;

function Row({ row, onOpen }: { row: LineRow; onOpen: (id: string) => void }) {
  const { line, number, level } = row;
  return (
    <button
      type="button"
      class="line-row"
      data-level={Math.min(level, DEEPEST_DRAWN)}
      onClick={() => onOpen(line.id)}
    >
      <span class="mono number">{number}</span>
      <span class="name">{line.name}</span>
      <span class="soft specification">{line.specification || line.material}</span>
      <span class="soft source">{t.draft.words.sources[line.source]}</span>
      <span class="mono quantity">{quantityInWords(line.quantity, line.unit, line.written)}</span>
    </button>
  );
}
