import { type ThingView, thingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { HistorySection } from '../history/historySection.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Facts } from '../things/facts.tsx';
import { InsideTree } from '../things/insideTree.tsx';
import { OpenProblems } from '../things/openProblems.tsx';
import { PastPlace } from '../things/pastPlace.tsx';
import { Photographs } from '../things/photographs.tsx';
import { ThingStory } from '../things/story.tsx';
import { cellsOf, ThingLead, ThingLine } from '../things/thingTop.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.things;

/** One thing: where it is and what can be done with it, then its story. */
export function ThingPage({ params }: PageProps) {
  const itemId = params.itemId ?? '';
  return <OneThing key={itemId} itemId={itemId} />;
}

/** What moves a thing: itself, and whatever it is inside of. */
const topicsOf = (thing: ThingView | undefined, itemId: string) => [
  `item-${itemId}`,
  ...(thing?.of ? [`design-${thing.of.designId}`] : []),
  ...(thing?.place.inside.map((outer) => `item-${outer.itemId}`) ?? []),
];

/** Also shown at the address on a thing's label. */
export function OneThing({ itemId }: { itemId: string }) {
  const thing = useResource(`/api/things/${itemId}`, thingView, (value) => topicsOf(value, itemId));
  const view = thing.value.value;
  const changed = () => {
    thing.refetch();
  };
  return (
    <PageFrame
      title={view?.name ?? words.one}
      line={view && <ThingLine thing={view} />}
      lead={view && <ThingLead thing={view} onChanged={changed} />}
      cells={view ? cellsOf(view) : []}
    >
      <Shown resource={thing}>
        {(shown) => (
          <>
            <OpenProblems thing={shown} onChanged={changed} />
            <ThingStory thing={shown} onChanged={changed} />
            {hasHistory(shown) && (
              <HistorySection
                path={`/api/things/${itemId}/moments`}
                topics={[`item-${itemId}`]}
                timeZone={shown.timeZone}
              />
            )}
            <Pieces thing={shown} />
            {(shown.contents.length > 0 || shown.status === 'unfinished') && (
              <PageSection
                title={words.inside.title}
                action={
                  shown.allowedActions.includes('item.change') && (
                    <a href={addressOf.takeApart(itemId)}>{words.acts.takeApart}</a>
                  )
                }
              >
                <InsideTree thing={shown} />
              </PageSection>
            )}
            <Photographs thing={shown} onChanged={changed} />
            <PastPlace thing={shown} />
            <Facts thing={shown} />
            <div class="buttons">
              <ButtonLink href={addressOf.thingMadeWith(itemId)}>{t.network.toThing}</ButtonLink>
              <ButtonLink href={addressOf.thingLabel(itemId)}>{words.papers}</ButtonLink>
            </div>
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

/** Whether something may ever have gone into it. */
const hasHistory = ({ contents, of, buildId, status }: ThingView) =>
  contents.length > 0 || of !== null || buildId !== null || status === 'unfinished';

/** What it was split into. */
function Pieces({ thing }: { thing: ThingView }) {
  if (thing.pieces.length === 0) return null;
  return (
    <PageSection title={words.pieces}>
      <ul class="rows">
        {thing.pieces.map(({ itemId, name }) => (
          <li key={itemId}>
            <a href={addressOf.thing(itemId)}>{name}</a>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
