import { useEffect, useState } from 'preact/hooks';
import { cutListOf } from '../../../shared/assemblies/cutList.ts';
import type { Model } from '../../../shared/models/model.ts';
import type { WrittenFormat } from '../../../shared/models/write/writeModel.ts';
import type { ShopFile } from '../../../shared/shop/shopPapers.ts';
import { t } from '../../catalogue/designTexts.ts';
import { lengthUnits } from '../../measures/lengthUnits.ts';
import { CannotBeDone } from '../../models/done.ts';
import type { Models } from '../../models/models.ts';
import { fileName, save } from '../../models/save.ts';
import { savePaper } from '../../modules/saveModule.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { SelectField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { ViewState } from '../../viewer/viewState.ts';
import type { ShownAssembly } from './shownAssembly.ts';

const FORMATS: readonly WrittenFormat[] = ['threeMf', 'stl', 'glb', 'obj'];
type HowMuch = 'all' | 'chosen' | 'step';

interface ModelDownloadsProps {
  shown: ShownAssembly;
  model: Model;
  state: ViewState;
}

/** The model, or some of it, as files for other programs, and the papers for the shop. */
export function ModelDownloads({ shown, model, state }: ModelDownloadsProps) {
  const words = t.shop;
  const { busy, attempt } = useAttempts();
  const [papers, setPapers] = useState<readonly ShopFile[]>([]);
  const made = shown.made.value;
  // The papers of other values are no longer those that are asked for.
  useEffect(() => setPapers([]), [made]);
  const ask = async <Told,>(work: (models: Models) => Promise<Told>): Promise<Told> => {
    const { models } = shown;
    if (!models) throw new CannotBeDone('ended');
    return work(models);
  };
  const forShop = async () => {
    const asked = await shown.asked();
    if (!asked) throw new CannotBeDone('ended');
    return {
      of: { kind: 'content' as const, asked },
      options: {
        design: shown.published.title,
        paper: lengthUnits.value === 'in' ? ('letter' as const) : ('a4' as const),
        words: words.papers,
        cutting: cutListOf(made?.parts ?? [], { sources: shown.designs }),
      },
    };
  };
  const saveAll = () =>
    attempt(async () => {
      const bytes = await ask(async (models) => models.ask('shop', await forShop()));
      save(bytes, fileName(shown.published.title, 'zip'), 'application/zip');
    });
  const listAll = () =>
    attempt(async () => setPapers(await ask(async (models) => models.ask('shopFiles', await forShop()))));
  return (
    <PageSection title={words.title}>
      <p class="soft">{words.allLine}</p>
      <div class="buttons">
        <Button busy={busy} onPress={saveAll}>
          {words.all}
        </Button>
        {papers.length === 0 && (
          <Button kind="quiet" busy={busy} onPress={listAll}>
            {t.designModel.downloads.papers}
          </Button>
        )}
      </div>
      {papers.length > 0 && (
        <ul class="rows model-papers">
          {papers.map((paper) => (
            <li key={paper.path}>
              <Button kind="quiet" onPress={() => savePaper(paper)}>
                {paper.path}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ModelFormats shown={shown} model={model} state={state} />
    </PageSection>
  );
}

function ModelFormats({ shown, model, state }: ModelDownloadsProps) {
  const words = t.shop;
  const { busy, attempt } = useAttempts();
  const fitted = new Set(model.nodes.map(({ step }) => step));
  const steps = shown.published.steps.filter(({ id }) => fitted.has(id));
  const [much, setMuch] = useState<HowMuch>('all');
  const [step, setStep] = useState(steps[0]?.id ?? '');
  const selected = state.selected.value;
  const isNothing = much === 'chosen' && selected.length === 0;
  const nameOf = (): string => {
    const { title } = shown.published;
    if (much === 'step') return `${title} ${steps.find(({ id }) => id === step)?.title ?? ''}`;
    const [only, more] = much === 'chosen' ? selected : [];
    const name = model.nodes.find(({ id }) => id === only)?.name;
    return name && more === undefined ? `${title} ${name}` : title;
  };
  const saveAs = (format: WrittenFormat) =>
    attempt(async () => {
      const choice = {
        nodes: much === 'chosen' ? selected : null,
        step: much === 'step' ? step : null,
      };
      const { fileOf } = await import('../../../shared/models/write/writeModel.ts');
      const bytes = await shown.models?.ask('write', { model, format, choice });
      const { ending, type } = fileOf(format);
      if (bytes) save(bytes, fileName(nameOf(), ending), type);
    });
  return (
    <>
      <h3>{words.model}</h3>
      <p class="soft">{t.designModel.downloads.line}</p>
      <Chips
        label={t.designModel.downloads.what}
        value={much}
        options={[
          { value: 'all', label: words.of.all },
          { value: 'chosen', label: words.of.chosen },
          ...(steps.length > 0 ? [{ value: 'step' as const, label: words.of.step }] : []),
        ]}
        onValue={setMuch}
      />
      {much === 'step' && (
        <SelectField
          label={t.designPage.sections.steps}
          value={step}
          options={steps.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={setStep}
        />
      )}
      {isNothing && <p class="soft">{t.designModel.downloads.nothingChosen}</p>}
      <div class="buttons">
        {FORMATS.map((format) => (
          <Button key={format} busy={busy || isNothing} onPress={() => saveAs(format)}>
            {words.formats[format]}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Work that may be refused: why is told in a toast. */
function useAttempts() {
  const [busy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      if (error.kind !== 'ended') showToast(whyNot(error), { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, attempt };
}

function whyNot({ kind, said }: CannotBeDone): string {
  const { cannotWrite, nothing } = t.shop;
  switch (kind) {
    case 'empty':
      return nothing;
    case 'tooLarge':
      return cannotWrite.tooLarge;
    case 'notFinite':
      return cannotWrite.notFinite(String(said.part ?? said.name ?? ''));
    default:
      return t.modules.notMade.unexpected;
  }
}
