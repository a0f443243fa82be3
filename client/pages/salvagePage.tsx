import './machinesPage.css';
import '../designs/list/catalogue.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { interfaceKinds } from '../../shared/designs/interfaces.ts';
import { type SalvageList, salvageList } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { lengthHabits } from '../measures/lengthUnits.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { myWorkshops } from '../session.ts';
import {
  DISTANCES,
  lengthWritten,
  type SalvageQuery,
  salvageAddress,
  salvageFrom,
  salvageQuestion,
} from '../shelf/salvageQuery.ts';
import { SalvageRow } from '../shelf/salvageRow.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { LengthUnitsChoice } from '../ui/lengthUnitsChoice.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.salvage;
/** What is shown, and parts that come out of things anywhere. */
const followed = (list: SalvageList | undefined) => [
  'salvage-',
  ...(list?.things ?? []).map(({ itemId }) => `item-${itemId}`),
];
/** So long nothing more has to be typed before it is looked for, milliseconds. */
const PAUSE = 250;

/** Recovered parts by what they fit: a shaft of 1.25 in, at least 8 in long, within 50 km. */
export function SalvagePage({ query: asked }: PageProps) {
  const { route } = useLocation();
  const near = myWorkshops.value[0]?.workshopId ?? '';
  const address = salvageAddress(salvageFrom(asked, near));
  const [query, setQuery] = useState(() => salvageFrom(asked, near));
  const [isTyping, setTyping] = useState(false);
  // A key may be pressed before the page has followed its new address: what was typed then stays.
  const isTypingNow = useRef(false);
  useEffect(() => {
    if (!isTypingNow.current) setQuery(salvageFrom(asked, near));
  }, [address]);
  useEffect(() => {
    if (!isTyping) return;
    const timer = setTimeout(() => {
      isTypingNow.current = false;
      setTyping(false);
      route(salvageAddress(query), true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [query, isTyping]);
  const change = (changed: Partial<SalvageQuery>, typing = false) => {
    const next = { ...query, ...changed };
    setQuery(next);
    isTypingNow.current = typing;
    setTyping(typing);
    if (!typing) route(salvageAddress(next), true);
  };
  return (
    <PageFrame title={words.title} line={words.line}>
      <div class="design-catalogue">
        <search aria-label={words.filters} class="stack">
          <SalvageFields query={query} onQuery={change} />
        </search>
        <section class="stack" aria-label={words.title}>
          <FoundSalvage query={salvageFrom(asked, near)} />
          <LengthUnitsChoice />
        </section>
      </div>
    </PageFrame>
  );
}

interface FieldsProps {
  query: SalvageQuery;
  onQuery: (change: Partial<SalvageQuery>, isTyping?: boolean) => void;
}

function SalvageFields({ query, onQuery }: FieldsProps) {
  const bad = (text: string) => (lengthWritten(text, lengthHabits()) === null ? words.bad : undefined);
  const mine = myWorkshops.value;
  return (
    <>
      <TextField
        label={words.words}
        type="search"
        autocomplete="off"
        maxLength={80}
        value={query.words}
        onValue={(typed) => onQuery({ words: typed }, true)}
      />
      <SelectField
        label={words.kind}
        value={query.kind}
        options={[
          { value: '', label: words.any },
          ...interfaceKinds.map((kind) => ({ value: kind, label: t.quantities.interfaces[kind] })),
        ]}
        onValue={(kind) => onQuery({ kind })}
      />
      <div class="salvage-sizes">
        <TextField
          label={words.size}
          hint={words.sizeHint}
          error={bad(query.size)}
          autocomplete="off"
          maxLength={40}
          value={query.size}
          onValue={(size) => onQuery({ size }, true)}
        />
        <TextField
          label={words.length}
          hint={words.lengthHint}
          error={bad(query.length)}
          autocomplete="off"
          maxLength={40}
          value={query.length}
          onValue={(length) => onQuery({ length }, true)}
        />
      </div>
      {mine.length > 1 && (
        <SelectField
          label={words.near}
          value={query.near}
          options={mine.map(({ workshopId, name }) => ({ value: workshopId, label: name }))}
          onValue={(near) => onQuery({ near })}
        />
      )}
      {query.near !== '' && (
        <Chips
          label={words.within}
          line
          value={query.within}
          options={[
            ...DISTANCES.map((value) => ({ value: String(value), label: words.kilometres(value) })),
            { value: '', label: words.anywhere },
          ]}
          onValue={(within) => onQuery({ within })}
        />
      )}
    </>
  );
}

function FoundSalvage({ query }: { query: SalvageQuery }) {
  const found = useResource(salvageQuestion(query, lengthHabits()), salvageList, followed);
  const { words: typed, kind, size, length, within } = query;
  const isNarrowed = [typed, kind, size, length, within].some((asked) => asked !== '');
  return (
    <Shown resource={found}>
      {({ things, more }) => (
        <>
          <p class="count-line" role="status">
            {words.found(things.length)}
            {more && ` · ${words.more}`}
          </p>
          {things.length === 0 && (
            <EmptyState text={isNarrowed ? words.noneFits : words.none}>
              {isNarrowed && <ButtonLink href={addressOf.salvage}>{words.clear}</ButtonLink>}
            </EmptyState>
          )}
          <ul class="rows">
            {things.map((thing) => (
              <SalvageRow key={thing.itemId} thing={thing} hasNear={query.near !== ''} />
            ))}
          </ul>
        </>
      )}
    </Shown>
  );
}
