import { stewardDayView } from '../../shared/machines/careViews.ts';
import type { MeView } from '../../shared/members/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { useResource } from '../resource.ts';
import { countsInWords, topicsOfDay } from './counts.ts';

type Workshop = Pick<MeView['workshops'][number], 'workshopId' | 'name'>;

/** For stewards: of each workshop in which something waits one line with its counts, which leads to its day. */
export function WhatWaits({ workshops }: { workshops: readonly Workshop[] }) {
  return (
    <>
      {workshops.map((workshop) => (
        <Line key={workshop.workshopId} {...workshop} />
      ))}
    </>
  );
}

function Line({ workshopId, name }: Workshop) {
  const day = useResource(
    `/api/workshops/${workshopId}/steward-day`,
    stewardDayView,
    topicsOfDay(workshopId),
  );
  useNow(day.refetch);
  const view = day.value.value;
  const counts = view ? countsInWords(view) : '';
  if (counts === '') return null;
  return (
    <p class="note" data-tone="soon">
      <a href={addressOf.stewardDay(workshopId)}>{t.care.day.link(name)}</a>
      <br />
      {counts}
    </p>
  );
}
