import { useLocation } from 'preact-iso/router';
import { thingView } from '../../shared/items/views.ts';
import { madeWithView, usedInView } from '../../shared/network/graphViews.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { MadeWith, type Way } from '../network/madeWith.tsx';
import { Uses } from '../network/uses.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.network;
const wayFrom = ({ way }: Record<string, string | undefined>): Way => (way === 'forth' ? 'forth' : 'back');

/** `/made-with`: the whole network. Whose story stands out is in the address. */
export function MadeWithPage({ query }: PageProps) {
  const { route } = useLocation();
  const view = useResource('/api/network/made-with', madeWithView);
  return (
    <PageFrame
      title={words.title}
      line={words.line}
      action={<ButtonLink href={addressOf.figures}>{words.figures.link}</ButtonLink>}
    >
      <Shown resource={view}>
        {(graph) =>
          graph.nodes.length === 0 ? (
            <EmptyState text={words.none}>
              <p>{words.noneWay}</p>
            </EmptyState>
          ) : (
            <MadeWith
              view={graph}
              of={null}
              chosen={query.thing ?? null}
              way={wayFrom(query)}
              onAsked={(thing, way) => route(addressOf.madeWithOf({ thing, way }), true)}
            />
          )
        }
      </Shown>
    </PageFrame>
  );
}

/** `/things/:itemId/made-with`: what led to one thing and what came of it, then where it was and what it made. */
export function ThingMadeWithPage({ params, query }: PageProps) {
  const itemId = params.itemId ?? '';
  const { route } = useLocation();
  const view = useResource(`/api/things/${itemId}/made-with`, madeWithView, [`item-${itemId}`]);
  const uses = useResource(`/api/things/${itemId}/used-in`, usedInView, [`item-${itemId}`]);
  const thing = useResource(`/api/things/${itemId}`, thingView);
  const name = thing.value.value?.name;
  return (
    <PageFrame
      title={name ? words.ofThing(name) : words.title}
      line={words.thingLine}
      action={
        <div class="buttons">
          <ButtonLink href={addressOf.thing(itemId)}>{words.open}</ButtonLink>
          <ButtonLink href={addressOf.madeWithOf({ thing: itemId, way: 'back' })}>{words.whole}</ButtonLink>
        </div>
      }
    >
      <Shown resource={view}>
        {(graph) => (
          <MadeWith
            view={graph}
            of={itemId}
            chosen={query.thing === '' ? null : (query.thing ?? itemId)}
            way={wayFrom(query)}
            onAsked={(chosen, way) =>
              route(
                `${addressOf.thingMadeWith(itemId)}?${new URLSearchParams({ thing: chosen ?? '', way })}`,
                true,
              )
            }
          />
        )}
      </Shown>
      <Shown resource={uses}>{(used) => <Uses view={used} />}</Shown>
    </PageFrame>
  );
}
