import './drawing.css';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { NetworkNode } from '../../shared/network/graphViews.ts';
import { t } from '../catalogue/buildTexts.ts';
import { Tally } from '../things/tally.tsx';
import { Button } from '../ui/button.tsx';
import { isStrong, type Path } from './ancestry.ts';
import { laidOut } from './layout.ts';
import type { Line, Story } from './story.ts';
import { useFit } from './useFit.ts';
import { aboutNode, bandLine, bandOf, bandTitle, nodeInWords } from './words.ts';

const words = t.network;
const SIZES = { plate: { width: 148, height: 82 }, tag: { width: 108, height: 64 }, head: 68 };

export interface DrawingProps {
  story: Story;
  /** What stands out; null: everything does. */
  path: Path | null;
  chosen: string | null;
  onChoose: (itemId: string) => void;
}

/** Generations from left to right, machines as plates, and parts as lines on their way through them. */
export function StoryDrawing({ story, path, chosen, onChoose }: DrawingProps) {
  const layout = useMemo(
    () =>
      laidOut(
        story.nodes.map((node) => ({ id: node.itemId, band: bandOf(node) })),
        story.lines.map(({ id, from, to, carried }) => ({ id, from, to, tagged: carried.length > 0 })),
        SIZES,
      ),
    [story],
  );
  const marker = useId();
  const frame = useRef<HTMLElement>(null);
  const { scale, mayFit, isFitted, setFitted } = useFit(frame, layout.width);
  useEffect(() => {
    const sheet = frame.current;
    const here = sheet?.querySelector<HTMLElement>('[data-state="chosen"]');
    if (!sheet || !here) return;
    const { left, top, width, height } = here.getBoundingClientRect();
    const seen = sheet.getBoundingClientRect();
    sheet.scrollBy({
      left: left + width > seen.right || left < seen.left ? left - seen.left - (seen.width - width) / 2 : 0,
      top: top + height > seen.bottom || top < seen.top ? top - seen.top - (seen.height - height) / 2 : 0,
    });
  }, [chosen, layout, scale]);
  // The strong ones are drawn over the soft ones.
  const lines = story.lines.toSorted(
    (one, other) => Number(isStrong(path, one)) - Number(isStrong(path, other)),
  );
  const stateOf = (itemId: string) => {
    if (itemId === chosen) return 'chosen';
    return path === null || path.things.has(itemId) ? 'strong' : 'soft';
  };
  const { width, height } = layout;
  return (
    <>
      {mayFit && (
        <div class="buttons">
          <Button onPress={() => setFitted(!isFitted)}>{isFitted ? words.larger : words.atOnce}</Button>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section ref={frame} class="made-with" aria-label={words.drawing} tabIndex={0}>
        <div
          class="extent"
          style={{ width: `${Math.floor(width * scale)}px`, height: `${Math.ceil(height * scale)}px` }}
        >
          <div
            class="sheet"
            style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          >
            {layout.bands.map(({ band, left, width }) => (
              <div key={band} class="band" style={{ left: `${left}px`, width: `${width}px` }}>
                <strong>{bandTitle(band)}</strong>
                <span>{bandLine(band)}</span>
              </div>
            ))}
            <svg width={layout.width} height={layout.height} aria-hidden="true">
              <defs>
                {['strong', 'soft'].map((strength) => (
                  <marker
                    key={strength}
                    id={`${marker}-${strength}`}
                    viewBox="0 0 10 10"
                    refX="9"
                    refY="5"
                    markerUnits="userSpaceOnUse"
                    markerWidth="12"
                    markerHeight="12"
                    orient="auto-start-reverse"
                  >
                    <path d="M0 0L10 5L0 10z" class="head" data-strength={strength} />
                  </marker>
                ))}
              </defs>
              {lines.map((line) => {
                const laid = layout.lines.get(line.id);
                const strength = isStrong(path, line) ? 'strong' : 'soft';
                const arrow = `url(#${marker}-${strength})`;
                return (
                  laid && (
                    <path
                      key={line.id}
                      class="way"
                      data-look={line.look}
                      data-strength={path === null ? undefined : strength}
                      d={laid.path}
                      marker-start={laid.backwards ? arrow : undefined}
                      marker-end={laid.backwards ? undefined : arrow}
                    />
                  )
                );
              })}
            </svg>
            {story.nodes.map((node) => {
              const box = layout.nodes.get(node.itemId);
              return (
                box && (
                  <button
                    key={node.itemId}
                    type="button"
                    class="thing-plate"
                    data-machine={node.isMachine || undefined}
                    data-gone={node.ended !== null || undefined}
                    data-state={stateOf(node.itemId)}
                    aria-pressed={node.itemId === chosen}
                    title={nodeInWords(node)}
                    style={pixels(box)}
                    onClick={() => onChoose(node.itemId)}
                  >
                    <Engraved node={node} />
                  </button>
                )
              );
            })}
            {lines.map((line) => {
              const box = layout.lines.get(line.id)?.tag;
              return (
                box && (
                  <Tag
                    key={line.id}
                    line={line}
                    box={box}
                    stateOf={stateOf}
                    path={path}
                    onChoose={onChoose}
                  />
                )
              );
            })}
          </div>
        </div>
      </section>
    </>
  );
}

const pixels = ({
  left,
  top,
  width,
  height,
}: {
  left: number;
  top: number;
  width: number;
  height: number;
}) => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

function Engraved({ node }: { node: NetworkNode }) {
  const about = aboutNode(node);
  return (
    <span class="engraved">
      <span class="name two-lines">{node.name}</span>
      {about && <span class="about">{about}</span>}
      {node.workshop && <span class="about">{node.workshop.name}</span>}
    </span>
  );
}

interface TagProps {
  line: Line;
  box: { left: number; top: number; width: number; height: number };
  stateOf: (itemId: string) => string;
  path: Path | null;
  onChoose: (itemId: string) => void;
}

/** The part that a line carries, and the life that begins where the line ends. */
function Tag({ line, box, stateOf, path, onChoose }: TagProps) {
  const first = line.carried.find(({ part }) => path?.things.has(part.itemId)) ?? line.carried[0];
  if (!first) return null;
  const { part, life } = first;
  const more = line.carried.length - 1;
  const state = isStrong(path, line) ? stateOf(part.itemId) : 'soft';
  return (
    <button
      type="button"
      class="part-tag"
      data-state={state}
      aria-pressed={state === 'chosen'}
      title={line.carried.map((each) => words.tag(each.part.name, each.life)).join('\n')}
      style={pixels(box)}
      onClick={() => onChoose(part.itemId)}
    >
      <span class="name two-lines">{part.name}</span>
      <span class="about">
        {life !== null && <Tally count={life} word={words.life(life)} />}
        {more > 0 && <span class="others">+{more}</span>}
      </span>
    </button>
  );
}
