import './machinesPage.css';
import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { failureText } from '../failureText.ts';
import type { PageProps } from '../routes.ts';
import { me, myWorkshops } from '../session.ts';
import { addressWith, filterFrom, SHOWS } from '../things/thingFilter.ts';
import { ThingRow } from '../things/thingRow.tsx';
import { useThings } from '../things/useThings.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.things.list;

/** `/things`: what was made, recovered or received. */
export function ThingsPage({ query }: PageProps) {
  const [filter, setFilter] = useState(() => filterFrom(query));
  const { first, things, failure, readOn } = useThings(filter);
  useEffect(() => {
    history.replaceState(history.state, '', addressWith(filter));
  }, [filter]);
  const isAll =
    filter.words === '' && filter.show === 'all' && filter.workshop === '' && filter.design === '';
  return (
    <PageFrame title={t.things.title} line={words.line}>
      <div class="stack measure">
        <Ways />
        <TextField
          label={words.search}
          type="search"
          maxLength={80}
          value={filter.words}
          onValue={(typed) => setFilter({ ...filter, words: typed })}
        />
        <Chips
          label={words.show}
          quiet
          line
          value={filter.show}
          options={SHOWS.map((value) => ({ value, label: words[value] }))}
          onValue={(show) => setFilter({ ...filter, show })}
        />
        {myWorkshops.value.length > 1 && (
          <SelectField
            label={t.things.forms.workshop}
            value={filter.workshop}
            options={[
              { value: '', label: words.everywhere },
              ...myWorkshops.value.map(({ workshopId, name }) => ({ value: workshopId, label: name })),
            ]}
            onValue={(workshop) => setFilter({ ...filter, workshop })}
          />
        )}
      </div>
      <Shown resource={first}>
        {() => (
          <section class="stack" aria-label={t.things.title}>
            {things.length === 0 && <EmptyState text={isAll ? words.none : words.noneFits} />}
            <ul class="rows">
              {things.map((thing) => (
                <ThingRow key={thing.itemId} thing={thing} />
              ))}
            </ul>
            {failure && <p role="alert">{failureText(failure)}</p>}
            {readOn && (
              <Button wide onPress={readOn}>
                {t.words.more}
              </Button>
            )}
          </section>
        )}
      </Shown>
    </PageFrame>
  );
}

function Ways() {
  return (
    <div class="buttons machine-ways">
      <ButtonLink href={addressOf.salvage}>{words.find}</ButtonLink>
      {me.value && myWorkshops.value.length > 0 && (
        <ButtonLink href={addressOf.newThing()}>{words.add}</ButtonLink>
      )}
    </div>
  );
}
