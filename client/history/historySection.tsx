import { useState } from 'preact/hooks';
import { t } from '../catalogue/buildTexts.ts';
import { speakOfDesigns } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import type { History, HistoryProps } from './history.tsx';

const words = t.history;

/** A part of a page that opens to the history of what the page is about; what draws it comes then. */
export function HistorySection(props: HistoryProps) {
  const [opened, setOpened] = useState<{ Shown: typeof History } | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    try {
      // The model is drawn as on a design's page.
      await speakOfDesigns();
      const { History: Shown } = await import('./history.tsx');
      setOpened({ Shown });
    } finally {
      setBusy(false);
    }
  };
  return (
    <PageSection title={words.title}>
      {opened ? (
        <opened.Shown {...props} />
      ) : (
        <div class="stack">
          <p class="soft">{words.lead}</p>
          <Button busy={busy} onPress={open}>
            {words.open}
          </Button>
        </div>
      )}
    </PageSection>
  );
}
