import '../scanning/scanning.css';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import type { PageProps } from '../routes.ts';
import { Count } from '../shelf/count.tsx';
import { useWholeShelf } from '../shelf/useWholeShelf.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.counting;

/** Counting the shelves of a workshop on a telephone, also without a signal. */
export function CountPage({ params, query }: PageProps) {
  const { workshopId = '' } = params;
  const { first, bins, isThere } = useWholeShelf(workshopId);
  const view = first.value.value;
  return (
    <PageFrame title={words.title} line={view?.workshop.name}>
      <Shown resource={first}>
        {({ allowedActions }) => {
          const toShelf = <ButtonLink href={addressOf.shelfOf(workshopId)}>{words.toShelf}</ButtonLink>;
          if (!allowedActions.includes('stock.change'))
            return <EmptyState text={words.mayNot}>{toShelf}</EmptyState>;
          // Else the round would end with the first page of the shelves.
          if (!isThere) return <PageLoading />;
          if (bins.length === 0) return <EmptyState text={words.nothing}>{toShelf}</EmptyState>;
          return <Count workshopId={workshopId} bins={bins} code={query.code} onCounted={first.refetch} />;
        }}
      </Shown>
    </PageFrame>
  );
}
