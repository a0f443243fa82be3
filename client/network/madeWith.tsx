import './drawing.css';
import { useMemo } from 'preact/hooks';
import type { MadeWithView, NetworkNode } from '../../shared/network/graphViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { DrawnOrListed } from '../designs/lineage/drawnOrListed.tsx';
import { deferred } from '../frame/deferred.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import { type Path, pathOf } from './ancestry.ts';
import { GenerationList } from './generationList.tsx';
import { type Story, storyOf } from './story.ts';
import { OneTelling } from './telling.tsx';
import { saysMore, tellingsOf } from './tellings.ts';
import { nodeInWords } from './words.ts';

const words = t.network;
const StoryDrawing = deferred(async () => (await import('./drawing.tsx')).StoryDrawing);
const ALL = '';
export type Way = 'back' | 'forth';

export interface MadeWithProps {
  view: MadeWithView;
  /** The thing whose graph this is; null: the whole network's. */
  of: string | null;
  chosen: string | null;
  way: Way;
  onAsked: (chosen: string | null, way: Way) => void;
}

/** The graph: whose story stands out, the drawing, and the same in words. */
export function MadeWith({ view, of, chosen: asked, way, onAsked }: MadeWithProps) {
  const story = useMemo(() => storyOf(inOrder(view), of), [view, of]);
  const chosen = asked !== null && story.byId.has(asked) ? asked : null;
  const path = useMemo(() => (chosen === null ? null : pathOf(story, chosen, way)), [story, chosen, way]);
  return (
    <>
      <div class="stack">
        <div class="fields-2">
          <SelectField
            label={words.choose}
            value={chosen ?? ALL}
            options={[{ value: ALL, label: words.all }, ...optionsOf(view.nodes)]}
            onValue={(value) => onAsked(value === ALL ? null : value, way)}
          />
          {chosen !== null && (
            <Chips
              label={words.way}
              value={way}
              options={[
                { value: 'back', label: words.ways.back },
                { value: 'forth', label: words.ways.forth },
              ]}
              onValue={(next) => onAsked(chosen, next)}
            />
          )}
        </div>
        {path && chosen !== null && <Chosen story={story} path={path} chosen={chosen} way={way} of={of} />}
      </div>
      <DrawnOrListed
        drawing={() => (
          <div class="stack">
            <p class="soft measure">{words.readIt}</p>
            <StoryDrawing
              story={story}
              path={path}
              chosen={chosen}
              onChoose={(itemId) => onAsked(itemId === chosen ? null : itemId, way)}
            />
            <Legend story={story} />
          </div>
        )}
        drawLabel={words.draw}
        list={<GenerationList story={story} />}
        listLabel={words.list}
      />
      {view.cut && <p class="soft">{words.cut}</p>}
    </>
  );
}

/** The earliest first: equal drawings for equal networks, and a list that reads as it happened. */
const inOrder = (view: MadeWithView): MadeWithView => ({
  ...view,
  nodes: view.nodes.toSorted(
    (one, other) =>
      (one.at ?? '').localeCompare(other.at ?? '') ||
      one.name.localeCompare(other.name) ||
      one.itemId.localeCompare(other.itemId),
  ),
});

const optionsOf = (nodes: readonly NetworkNode[]) =>
  nodes
    .map((node) => ({ value: node.itemId, label: nodeInWords(node) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));

interface ChosenProps {
  story: Story;
  path: Path;
  chosen: string;
  way: Way;
  of: string | null;
}

/** The story that stands out, in words. */
function Chosen({ story, path, chosen, way, of }: ChosenProps) {
  const tellings = tellingsOf(story, path);
  const told = tellings.filter((telling) => saysMore(telling) || telling.node.itemId === chosen);
  const [own] = told;
  if (!own) return null;
  // What the parts tell of themselves stands at what holds them.
  const others = told.filter(
    ({ node, made, mended }) => node.itemId !== chosen && made.length + mended.length > 0,
  );
  return (
    <section class="stack note" aria-live="polite">
      <OneTelling telling={own} here />
      {!saysMore(own) && <p class="soft">{words.nothing[way]}</p>}
      {way === 'back' && others.length > 0 && (
        <Fold summary={words.further}>
          <div class="stack">
            {others.map((telling) => (
              <OneTelling key={telling.node.itemId} telling={{ ...telling, makes: [], mends: [], way: [] }} />
            ))}
          </div>
        </Fold>
      )}
      {of !== chosen && (
        <div class="buttons">
          <ButtonLink href={addressOf.thing(chosen)}>{words.open}</ButtonLink>
          <ButtonLink href={addressOf.thingMadeWith(chosen)}>{words.onlyIts}</ButtonLink>
        </div>
      )}
    </section>
  );
}

function Legend({ story }: { story: Story }) {
  const looks = (['made', 'mended', 'part'] as const).filter((look) =>
    story.lines.some((line) => line.look === look),
  );
  return (
    <ul class="ways-legend" aria-label={words.legend}>
      {looks.map((look) => (
        <li key={look}>
          <svg width="44" height="12" aria-hidden="true">
            <path class="way" data-look={look} d="M1 6H43" />
          </svg>
          {words.legends[look]}
        </li>
      ))}
    </ul>
  );
}
