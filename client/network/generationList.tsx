import { t } from '../catalogue/buildTexts.ts';
import { PageSection } from '../ui/page.tsx';
import type { Story } from './story.ts';
import { OneTelling } from './telling.tsx';
import { tellingsOf } from './tellings.ts';
import { bandLine, bandOf, bandTitle } from './words.ts';

/** The drawing, to be read: generation by generation, then the parts that are lines in it. */
export function GenerationList({ story }: { story: Story }) {
  const plates = new Set(story.nodes.map(({ itemId }) => itemId));
  const tellings = tellingsOf(story);
  const parts = tellings.filter(({ node }) => !plates.has(node.itemId));
  const bands = Map.groupBy(
    tellings.filter(({ node }) => plates.has(node.itemId)),
    ({ node }) => bandOf(node),
  );
  const inOrder = [...bands].toSorted(([one], [other]) => one - other);
  return (
    <div class="stack">
      {inOrder.map(([band, told]) => (
        <PageSection key={band} title={bandTitle(band)}>
          <p class="soft">{bandLine(band)}</p>
          <ul class="rows">
            {told.map((telling) => (
              <li key={telling.node.itemId}>
                <OneTelling telling={telling} />
              </li>
            ))}
          </ul>
        </PageSection>
      ))}
      {parts.length > 0 && (
        <PageSection title={t.network.travelling}>
          <ul class="rows">
            {parts.map((telling) => (
              <li key={telling.node.itemId}>
                <OneTelling telling={telling} />
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </div>
  );
}
