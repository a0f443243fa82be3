import { useState } from 'preact/hooks';
import { frameCode } from '../../shared/embed/frame.ts';
import { t } from '../catalogue/designTexts.ts';
import { Chips } from '../ui/chips.tsx';
import { CopyField } from '../ui/copyField.tsx';

export interface EmbedCodeProps {
  designId: string;
  /** The one that is looked at. */
  revision: number;
  title: string;
}

/** What somebody puts into their own page so that this design stands there. */
export function EmbedCode({ designId, revision, title }: EmbedCodeProps) {
  const words = t.embed;
  const [which, setWhich] = useState<'newest' | 'this'>('newest');
  const of = { designId, revision: which === 'newest' ? null : revision };
  return (
    <section class="stack">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Chips
        label={words.which}
        value={which}
        options={[
          { value: 'newest', label: words.newest },
          { value: 'this', label: words.thisOne(revision) },
        ]}
        onValue={setWhich}
      />
      <CopyField
        label={words.code}
        copyLabel={words.copyCode}
        value={frameCode(location.origin, of, title)}
      />
      <p class="small soft">{words.address}</p>
    </section>
  );
}
