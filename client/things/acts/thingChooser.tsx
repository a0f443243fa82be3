import '../thing.css';
import { useEffect, useState } from 'preact/hooks';
import { type NamedThing, thingList } from '../../../shared/items/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { online } from '../../connection.ts';
import { failureText } from '../../failureText.ts';
import { codeFrom } from '../../machines/labelCode.ts';
import { RequestFailed } from '../../problem.ts';
import { useResource } from '../../resource.ts';
import { ScanCamera } from '../../scanning/scanCamera.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.ts';
import { itemOfCode } from '../codes.ts';
import { keptThingOf, useKeptThings } from '../keptThings.ts';

const words = t.things.forms;
/** What is typed is asked for once it has rested so long, milliseconds. */
const REST = 250;

export interface ThingChooserProps {
  label: string;
  /** Never offered: the thing itself. */
  except: string;
  chosen: NamedThing | null;
  onChosen: (thing: NamedThing | null) => void;
}

/** Chooses a thing by its code before the camera, or by a part of its name. */
export function ThingChooser({ label, except, chosen, onChosen }: ThingChooserProps) {
  const [typed, setTyped] = useState('');
  const query = useRested(typed.trim());
  const found = useResource(
    chosen || query.length < 2 ? null : `/api/things?words=${encodeURIComponent(query)}&limit=8`,
    thingList,
  );
  const kept = useKeptThings(chosen ? '' : query);
  const scanned = async (text: string) => {
    try {
      const thing = await itemOfCode(codeFrom(text));
      if (thing.itemId !== except) onChosen(thing);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const kept = error.kind === 'offline' ? await keptThingOf(text) : null;
      if (kept !== null && kept.itemId !== except) onChosen(kept);
      else showToast(failureText(error), { tone: 'failed' });
    }
  };
  if (chosen)
    return (
      <div class="chosen-thing">
        <span>
          <span class="soft">{label}</span> <strong>{chosen.name}</strong>{' '}
          <span class="mono">{chosen.code}</span>
        </span>
        <Button onPress={() => onChosen(null)}>{words.change}</Button>
      </div>
    );
  const read = found.value.value?.things.map((thing) => ({ ...thing, where: thing.workshop?.name }));
  const seen = kept?.map((thing) => ({ ...thing, serial: null, where: undefined }));
  const things = (seen ?? read)?.filter(({ itemId }) => itemId !== except);
  return (
    <div class="stack">
      <TextField
        label={label}
        hint={words.intoHint}
        type="search"
        autocomplete="off"
        maxLength={80}
        value={typed}
        onValue={setTyped}
      />
      <ScanCamera once onCode={scanned} />
      {!online.value && <p class="soft">{t.noSignal.onlySeen}</p>}
      {query.length >= 2 && things?.length === 0 && <p role="status">{words.noneFound}</p>}
      {things && things.length > 0 && (
        <ul class="rows">
          {things.map(({ itemId, name, code, serial, where }) => (
            <li key={itemId}>
              <Button wide onPress={() => onChosen({ itemId, name, code })}>
                <span class="found-thing">
                  <strong>{name}</strong>
                  <span class="small">{[code, serial, where].filter(Boolean).join(' · ')}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A typed text once it has rested, so that not every key asks the server. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
