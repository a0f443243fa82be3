import { takingApart } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Guide } from '../things/apart/guide.tsx';
import { InsideOnly } from '../things/apart/insideOnly.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

/** `/things/:itemId/take-apart`: a guided list, part by part. */
export function TakingApartPage({ params }: PageProps) {
  const itemId = params.itemId ?? '';
  const apart = useResource(`/api/things/${itemId}/taking-apart`, takingApart, [`item-${itemId}`]);
  const view = apart.value.value;
  return (
    <PageFrame title={t.takingApart.title(view?.name ?? t.things.one)}>
      <Shown resource={apart}>
        {(shown) =>
          shown.allowedActions.includes('item.change') ? (
            <Guide key={itemId} apart={shown} onChanged={() => apart.refetch()} />
          ) : (
            <InsideOnly apart={shown} />
          )
        }
      </Shown>
    </PageFrame>
  );
}
