import { useMemo, useState } from 'preact/hooks';
import { t } from '../catalogue/designTexts.ts';
import { Button } from '../ui/button.tsx';
import { Markdown } from './markdown.tsx';
import { portionsOf } from './parse.ts';
import type { ProseFile } from './targets.ts';

export interface LongTextProps {
  /** Markdown. */
  text: string;
  /** The design's: what the text may show and link to. */
  files?: readonly ProseFile[];
  /** The rank that its highest headings get on the page; 3, below a section, where none is given. */
  highest?: number;
  /** All at once, for print. */
  whole?: boolean;
}

const NONE: readonly ProseFile[] = [];

/** A text of any length: what is longer than a few pages is drawn as one reads on. */
export function LongText({ text, files = NONE, highest = 3, whole = false }: LongTextProps) {
  const all = useMemo(() => portionsOf(text), [text]);
  const [shown, setShown] = useState(1);
  const count = whole ? all.length : shown;
  const portions = useMemo(() => all.slice(0, count), [all, count]);
  return (
    <>
      <Markdown portions={portions} files={files} highest={highest} />
      {all.length > count && (
        <Button wide onPress={() => setShown(shown + 1)}>
          {t.designs.markdown.readOn}
        </Button>
      )}
    </>
  );
}
