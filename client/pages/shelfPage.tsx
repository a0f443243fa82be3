import './machinesPage.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { deferred } from '../frame/deferred.tsx';
import type { PageProps } from '../routes.ts';
import { myWorkshops } from '../session.ts';
import { ShelfOf } from '../shelf/shelfOf.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.shelf;
const DescribeForm = deferred(async () => (await import('../shelf/describeForm.tsx')).DescribeForm);

/** What lies on the shelves of a workshop, by shelf. */
export function ShelfPage({ query }: PageProps) {
  const { route } = useLocation();
  const [isAdding, setAdding] = useState(false);
  // Rises when something was added, so that the shelves are read anew.
  const [turn, setTurn] = useState(0);
  const mine = myWorkshops.value;
  const workshopId = query.workshop ?? mine[0]?.workshopId;
  const here = mine.find((workshop) => workshop.workshopId === workshopId);
  if (workshopId === undefined)
    return (
      <PageFrame title={words.title}>
        <EmptyState text={words.noWorkshop}>
          <ButtonLink kind="main" href={addressOf.workshops}>
            {words.workshops}
          </ButtonLink>
        </EmptyState>
      </PageFrame>
    );
  return (
    <PageFrame title={here ? words.of(here.name) : words.title}>
      <div class="stack">
        {mine.length > 1 && (
          <Chips
            label={words.workshop}
            quiet
            line
            value={workshopId}
            options={mine.map((workshop) => ({ value: workshop.workshopId, label: workshop.name }))}
            onValue={(id) => route(addressOf.shelfOf(id))}
          />
        )}
        <div class="buttons machine-ways">
          {here && (
            <>
              <ButtonLink kind="main" href={addressOf.countShelf(workshopId)}>
                {words.count}
              </ButtonLink>
              <Button onPress={() => setAdding(true)}>{words.add}</Button>
            </>
          )}
          <ButtonLink href={addressOf.salvage}>{words.salvage}</ButtonLink>
          {here && <ButtonLink href={addressOf.shelfLabels(workshopId)}>{words.labels}</ButtonLink>}
        </div>
        <ShelfOf key={`${workshopId} ${turn}`} workshopId={workshopId} onAdd={() => setAdding(true)} />
      </div>
      {isAdding && (
        <Dialog title={words.titles.add} onClose={() => setAdding(false)}>
          <DescribeForm
            workshopId={workshopId}
            stock={null}
            onDone={() => {
              setAdding(false);
              setTurn(turn + 1);
            }}
          />
        </Dialog>
      )}
    </PageFrame>
  );
}
