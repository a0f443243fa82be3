import type { WorkshopView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import type { Cell } from '../ui/page.tsx';

/** The small cells of a workshop's title block. */
export function workshopCells({ workshopId, place, timeZone, joining }: WorkshopView): Cell[] {
  const words = t.workshops.cells;
  const roles = me.value?.workshops.find((own) => own.workshopId === workshopId)?.roles ?? [];
  return [
    { label: words.place, value: place.address },
    { label: words.zone, value: timeZone.replaceAll('_', ' ') },
    { label: words.joining, value: t.words.joinings[joining] },
    ...(roles.length > 0 ? [{ label: words.roles, value: t.words.roleList(roles) }] : []),
  ];
}
