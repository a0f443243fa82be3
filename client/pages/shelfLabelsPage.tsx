import '../labels/labels.css';
import { useState } from 'preact/hooks';
import type { StockRow } from '../../shared/stock/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { type FormatName, LABEL_FORMATS, pagesOf } from '../labels/formats.ts';
import { PrintedLabel } from '../labels/printedLabel.tsx';
import type { PageProps } from '../routes.ts';
import { useWholeShelf } from '../shelf/useWholeShelf.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips, ManyChips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextField } from '../ui/field.tsx';
import { Fold, PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.shelf.printing;
const FORMATS: readonly FormatName[] = ['sheet', 'roll', 'round'];

/** Labels of bins, ready to print: all of a workshop's, or the one whose code the address names. */
export function ShelfLabelsPage({ params, query }: PageProps) {
  const { workshopId = '' } = params;
  const { first, bins, isThere } = useWholeShelf(workshopId);
  return (
    <PageFrame
      title={words.title}
      action={<ButtonLink href={addressOf.shelfOf(workshopId)}>{t.shelf.backToShelf}</ButtonLink>}
    >
      <Shown resource={first}>
        {() => {
          if (!isThere) return <PageLoading />;
          if (bins.length === 0) return <EmptyState text={words.none} />;
          const one = bins.find(({ code }) => code === query.code);
          return <BinLabels bins={bins} one={one?.materialId ?? null} />;
        }}
      </Shown>
    </PageFrame>
  );
}

function BinLabels({ bins, one }: { bins: readonly StockRow[]; one: string | null }) {
  const [format, setFormat] = useState<FormatName>(one === null ? 'sheet' : 'roll');
  const [left, setLeft] = useState<readonly string[]>(
    bins.flatMap(({ materialId }) => (one === null || materialId === one ? [] : [materialId])),
  );
  const [used, setUsed] = useState('0');
  const chosen = bins.filter(({ materialId }) => !left.includes(materialId));
  const { columns, rows } = LABEL_FORMATS[format];
  const gone = Math.min(columns * rows - 1, Math.max(0, Math.floor(Number(used)) || 0));
  const pages = pagesOf(chosen, { columns, rows }, gone);
  return (
    <>
      <div class="stack measure">
        <Chips
          label={t.labels.paper}
          value={format}
          options={FORMATS.map((value) => ({ value, label: t.labels.formats[value] }))}
          onValue={setFormat}
        />
        {format === 'sheet' && (
          <TextField
            label={t.labels.used}
            type="number"
            min={0}
            max={columns * rows - 1}
            value={used}
            onValue={setUsed}
          />
        )}
        <Fold summary={words.which(chosen.length)}>
          <ManyChips
            label={words.bins}
            values={chosen.map(({ materialId }) => materialId)}
            options={bins.map(({ materialId, name }) => ({ value: materialId, label: name }))}
            onValues={(values) =>
              setLeft(bins.map(({ materialId }) => materialId).filter((id) => !values.includes(id)))
            }
          />
        </Fold>
        <div>
          <Button kind="main" onPress={() => print()}>
            {t.labels.print(chosen.length, pages.length)}
          </Button>
        </div>
      </div>
      <section class="label-pages" aria-label={t.labels.preview}>
        {pages.map((labels, page) => (
          <div class="label-page" data-format={format} key={page}>
            {labels.map((bin, place) =>
              bin ? (
                <PrintedLabel
                  key={bin.materialId}
                  machine={{ name: bin.name, labelCode: bin.code }}
                  format={format}
                />
              ) : (
                <span key={`used ${place}`} />
              ),
            )}
          </div>
        ))}
      </section>
    </>
  );
}
