import '../labels/labels.css';
import { useState } from 'preact/hooks';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { type FormatName, LABEL_FORMATS, pagesOf } from '../labels/formats.ts';
import { type Labelled, PrintedLabel } from '../labels/printedLabel.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { stepDone } from '../today/stepsDone.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips, ManyChips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextField } from '../ui/field.tsx';
import { Fold, PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { machineList } from '../views.ts';

const words = t.labels;
const FORMATS: readonly FormatName[] = ['sheet', 'roll', 'round'];

/** `/workshops/:workshopId/labels`: labels of a workshop's machines and tools, ready to print. */
export function LabelsPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const machines = useResource(`/api/machines?workshop=${workshopId}`, machineList, [
    `workshop-${workshopId}`,
  ]);
  return (
    <PageFrame
      title={words.title}
      action={<ButtonLink href={addressOf.workshop(workshopId)}>{words.back}</ButtonLink>}
    >
      <Shown resource={machines}>
        {({ machines: all }) => {
          const printable = all.filter(({ retired }) => !retired);
          return printable.length === 0 ? (
            <EmptyState text={words.none} />
          ) : (
            <ChosenLabels workshopId={workshopId} machines={printable} />
          );
        }}
      </Shown>
    </PageFrame>
  );
}

function ChosenLabels({ workshopId, machines }: { workshopId: string; machines: readonly Labelled[] }) {
  const [format, setFormat] = useState<FormatName>('sheet');
  const [left, setLeft] = useState<string[]>([]);
  const [used, setUsed] = useState('0');
  const chosen = machines.filter(({ machineId }) => !left.includes(machineId));
  const { columns, rows } = LABEL_FORMATS[format];
  const perPage = columns * rows;
  const gone = Math.min(perPage - 1, Math.max(0, Math.floor(Number(used)) || 0));
  const pages = pagesOf(chosen, { columns, rows }, gone);
  const printThem = () => {
    stepDone(workshopId, 'label');
    print();
  };
  return (
    <>
      <div class="stack measure">
        <Chips
          label={words.paper}
          value={format}
          options={FORMATS.map((value) => ({ value, label: words.formats[value] }))}
          onValue={setFormat}
        />
        {format === 'sheet' && (
          <TextField
            label={words.used}
            type="number"
            min={0}
            max={perPage - 1}
            value={used}
            onValue={setUsed}
          />
        )}
        <Fold summary={words.which(chosen.length)}>
          <ManyChips
            label={words.machines}
            values={chosen.map(({ machineId }) => machineId)}
            options={machines.map(({ machineId, name }) => ({ value: machineId, label: name }))}
            onValues={(values) =>
              setLeft(machines.map(({ machineId }) => machineId).filter((id) => !values.includes(id)))
            }
          />
        </Fold>
        <div>
          <Button kind="main" onPress={printThem}>
            {words.print(chosen.length, pages.length)}
          </Button>
        </div>
      </div>
      <section class="label-pages" aria-label={words.preview}>
        {pages.map((labels, page) => (
          <div class="label-page" data-format={format} key={page}>
            {labels.map((machine, place) =>
              machine ? (
                <PrintedLabel key={machine.machineId} machine={machine} format={format} />
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
