import { IconFocusCentered } from '@tabler/icons-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import type { Model } from '../../../shared/models/model.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Button } from '../../ui/button.tsx';
import type { ViewState } from '../../viewer/viewState.ts';
import { massOf, quantityInWords, specificationOf } from '../figures.ts';
import { treeOf } from '../partsTree.ts';
import { linesOfNodes, nodesOfLine } from './modelSelection.ts';

/** Lines drawn at first, and with each press. */
const PAGE_OF_LINES = 150;
const DEEPEST = 4;

interface ModelLinesProps {
  parts: readonly PartLine[];
  /** Null: it is not there yet. */
  model: Model | null;
  state: ViewState;
  onShow: (nodes: readonly string[]) => void;
}

/** The parts list beside the model: what is selected in one is marked in the other. */
export function ModelLines({ parts, model, state, onShow }: ModelLinesProps) {
  const words = t.designModel.lines;
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(PAGE_OF_LINES);
  const lines = useMemo(() => treeOf(parts), [parts]);
  const modelled = useMemo(() => new Set(model?.nodes.map(({ line }) => line)), [model]);
  const chosen = model ? linesOfNodes(model, state.selected.value) : new Set<string>();
  const [first] = chosen;
  const place = lines.findIndex(({ line }) => line.id === first);
  useEffect(() => {
    const room = list.current;
    if (!room || place < 0) return;
    if (place >= shown) setShown(place + 1);
    const row = room.children[place];
    if (!(row instanceof HTMLElement)) return;
    // Only the list moves, never the page.
    const [above, below] = [row.offsetTop, row.offsetTop + row.offsetHeight];
    if (above < room.scrollTop) room.scrollTop = above;
    else if (below > room.scrollTop + room.clientHeight) room.scrollTop = below - room.clientHeight;
  }, [place, shown]);
  if (lines.length === 0) return null;
  return (
    <section class="model-lines" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul class="line-list" ref={list}>
        {lines.slice(0, shown).map(({ line, level }) => (
          <li
            key={line.id}
            data-level={Math.min(level, DEEPEST)}
            data-chosen={chosen.has(line.id) || undefined}
          >
            {model && modelled.has(line.id) ? (
              <button
                type="button"
                class="line-show"
                aria-pressed={chosen.has(line.id)}
                onClick={() => onShow(chosen.has(line.id) ? [] : nodesOfLine(model, line.id))}
                onPointerEnter={() => {
                  state.hovered.value = nodesOfLine(model, line.id)[0] ?? null;
                }}
                onPointerLeave={() => {
                  state.hovered.value = null;
                }}
              >
                <LineWords line={line} />
                <span class="only-heard">{words.showInModel}</span>
                <IconFocusCentered class="line-sign" size={18} aria-hidden="true" />
              </button>
            ) : (
              <p class="line-only">
                <LineWords line={line} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {lines.length > shown && <Button onPress={() => setShown(shown + PAGE_OF_LINES)}>{words.more}</Button>}
    </section>
  );
}

const LineWords = ({ line }: { line: PartLine }) => (
  <span class="line-words">
    <span class="soft">{quantityInWords(line.quantity, line.unit, line.written)}</span> {line.name}
    {line.mass !== null && <span class="soft small"> {massOf(line)}</span>}
  </span>
);

/** What the parts list says of what was taken in the model. */
export function ChosenLine({
  model,
  parts,
  state,
}: Omit<ModelLinesProps, 'onShow' | 'model'> & { model: Model }) {
  const chosen = linesOfNodes(model, state.selected.value);
  const lines = parts.filter(({ id }) => chosen.has(id)).slice(0, 3);
  if (lines.length === 0) return null;
  return (
    <ul class="rows model-chosen">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>
            {quantityInWords(line.quantity, line.unit, line.written)} {line.name}
          </strong>{' '}
          <span class="soft small">
            {[t.draft.words.sources[line.source], specificationOf(line), massOf(line)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
