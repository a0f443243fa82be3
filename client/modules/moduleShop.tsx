import { useEffect, useState } from 'preact/hooks';
import type { WrittenFormat } from '../../shared/models/write/writeModel.ts';
import type { ShopFile } from '../../shared/shop/shopPapers.ts';
import { t } from '../catalogue/designTexts.ts';
import { CannotBeDone } from '../models/done.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';
import { papersOf, saveAllPapers, saveModel, savePaper, type Wanted } from './saveModule.ts';

const FORMATS: readonly WrittenFormat[] = ['threeMf', 'stl', 'glb', 'obj'];

/** Files of a module at these values: for the saw, the cutting table and the printer. */
export function ModuleShop({ module, values }: Wanted) {
  const words = t.shop;
  const [papers, setPapers] = useState<readonly ShopFile[]>([]);
  const [busy, setBusy] = useState(false);
  // The papers of other values are no longer those that are asked for.
  useEffect(() => setPapers([]), [values]);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof CannotBeDone)) throw error;
      const said = error.kind === 'empty' ? words.nothing : t.modules.notMade.unexpected;
      showToast(said, { tone: 'failed' });
    } finally {
      setBusy(false);
    }
  };
  const wanted = { module, values };
  return (
    <PageSection title={words.title}>
      <p class="soft">{words.allLine}</p>
      <div class="buttons">
        <Button busy={busy} onPress={() => attempt(() => saveAllPapers(wanted))}>
          {words.all}
        </Button>
        {papers.length === 0 && (
          <Button
            kind="quiet"
            busy={busy}
            onPress={() => attempt(async () => setPapers(await papersOf(wanted)))}
          >
            {t.modules.eachPaper}
          </Button>
        )}
      </div>
      {papers.length > 0 && (
        <ul class="rows">
          {papers.map((paper) => (
            <li key={paper.path}>
              <Button kind="quiet" onPress={() => savePaper(paper)}>
                {paper.path}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <h3>{words.model}</h3>
      <div class="buttons">
        {FORMATS.map((format) => (
          <Button key={format} busy={busy} onPress={() => attempt(() => saveModel(wanted, format))}>
            {words.formats[format]}
          </Button>
        ))}
      </div>
    </PageSection>
  );
}
