import { useState } from 'preact/hooks';
import { designList } from '../../../shared/designs/catalogueViews.ts';
import { designView } from '../../../shared/designs/designViews.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.parts;

interface SubDesignFieldProps {
  draft: DraftState;
  line: PartLine;
}

/** A part that is a design of its own: its revision is pinned. */
export function SubDesignField({ draft, line }: SubDesignFieldProps) {
  const set = (fields: Record<string, unknown>) => draft.setFields('parts', line.id, fields);
  if (line.of === null)
    return (
      <Fold summary={words.subDesign}>
        <Find
          onFound={(designId, revision, title) =>
            set({
              of: { designId, revision },
              source: 'make',
              ...(line.name === words.newPart ? { name: title } : {}),
            })
          }
        />
      </Fold>
    );
  return (
    <div class="note stack">
      <Pinned designId={line.of.designId} revision={line.of.revision} name={line.name} />
      <div>
        <Button onPress={() => set({ of: null })}>{words.subDesignRemove}</Button>
      </div>
    </div>
  );
}

function Pinned({ designId, revision, name }: { designId: string; revision: number; name: string }) {
  const design = useResource(`/api/designs/${designId}`, designView);
  const title = design.value.value?.summary.title ?? name;
  return <a href={addressOf.revision(designId, revision)}>{words.subDesignIs(title, revision)}</a>;
}

interface FindProps {
  onFound: (designId: string, revision: number, title: string) => void;
}

function Find({ onFound }: FindProps) {
  const [asked, setAsked] = useState('');
  const query = asked.trim();
  const found = useResource(
    query.length < 2 ? null : `/api/designs?limit=6&q=${encodeURIComponent(query)}`,
    designList,
  );
  const designs = found.value.value?.designs;
  return (
    <div class="stack" data-own-undo>
      <TextField label={words.subDesignSearch} type="search" value={asked} onValue={setAsked} />
      {designs?.length === 0 && <p>{words.subDesignNone(query)}</p>}
      <ul class="rows">
        {designs?.map(({ designId, revision, summary }) => (
          <li key={designId}>
            <Button wide onPress={() => onFound(designId, revision, summary.title)}>
              {words.subDesignPin(words.subDesignIs(summary.title, revision))}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
