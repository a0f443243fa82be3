import { type DesignView, designView } from '../../../shared/designs/designViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { ButtonLink } from '../../ui/button.tsx';

/** On a fork of one's own: the way to offer its changes to the design that it came from, where there are any. */
export function SuggestUpstream({ design }: { design: DesignView }) {
  const { forkedFrom, mine, designId } = design;
  const isMine = me.value && mine.maintains && forkedFrom !== null;
  const upstream = useResource(isMine ? `/api/designs/${forkedFrom.designId}` : null, designView);
  const known = upstream.value.value;
  const from = known?.mine.maySuggestFrom.find((each) => each.designId === designId);
  if (!known || !from) return null;
  return (
    <ButtonLink href={addressOf.suggest(known.designId, from)}>
      {t.lineage.suggestMine(known.summary.title)}
    </ButtonLink>
  );
}
