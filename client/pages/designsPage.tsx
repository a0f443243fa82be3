import '../designs/list/catalogue.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { DECIMAL_COMMA } from '../designs/list/decimals.ts';
import { DesignRow } from '../designs/list/designRow.tsx';
import { type FacetName, Facets, valueInWords } from '../designs/list/facets.tsx';
import { typedFit } from '../designs/list/typedFit.ts';
import { useCatalogue } from '../designs/list/useCatalogue.ts';
import {
  addressWith,
  anyDesign,
  type DesignQuery,
  narrowedBy,
  queryFrom,
  questionOf,
} from '../designs/query.ts';
import { failureText } from '../failureText.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import type { PageProps } from '../routes.ts';
import { me, myWorkshops } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';

const words = t.designs.list;
/** So long nothing more has to be typed before it is looked for, milliseconds. */
const PAUSE = 150;
const NONE = { category: [], tag: [], licence: [], readiness: [], interface: [], machine: [], module: [] };

/** The catalogue of designs. What is asked stands in the address, so that Back leads to what was seen. */
export function DesignsPage({ query: asked }: PageProps) {
  const { route } = useLocation();
  const address = addressWith(queryFrom(asked));
  const [query, setQuery] = useState(() => queryFrom(asked));
  const [typing, setTyping] = useState(false);
  // A key may be pressed before the page has followed its new address: what was typed then stays.
  const isTypingNow = useRef(false);
  useEffect(() => {
    if (!isTypingNow.current) setQuery(queryFrom(asked));
  }, [address]);
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => {
      isTypingNow.current = false;
      setTyping(false);
      route(addressWith(query), true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [query, typing]);
  const change = (changed: Partial<Record<keyof DesignQuery, string>>, isTyping = false) => {
    const next = queryFrom({ ...query, ...changed });
    setQuery(next);
    isTypingNow.current = isTyping;
    setTyping(isTyping);
    if (!isTyping && addressWith(next) !== address) route(addressWith(next));
  };
  const searched = queryFrom(asked);
  const found = useCatalogue(questionOf(searched, null, DECIMAL_COMMA), (after) =>
    questionOf(searched, after, DECIMAL_COMMA),
  );
  return (
    <PageFrame title={t.designs.title} action={<Ways />}>
      <div class="design-catalogue">
        <search aria-label={words.filters} class="stack">
          <TextField
            label={words.search}
            type="search"
            autocomplete="off"
            maxLength={120}
            value={query.q}
            onValue={(q) => change({ q }, true)}
          />
          <Makeable workshop={query.workshop} onWorkshop={(workshop) => change({ workshop })} />
          <Facets facets={found.list?.facets ?? NONE} query={query} onQuery={change} />
        </search>
        <section aria-label={words.results} class="stack" aria-busy={found.old}>
          <Narrowed query={searched} onQuery={change} />
          <Found found={found} query={searched} />
          <p>
            <a href={addressOf.machineRelations}>{words.machines}</a>
          </p>
        </section>
      </div>
    </PageFrame>
  );
}

function Ways() {
  const modules = <ButtonLink href={addressOf.modules}>{words.modules}</ButtonLink>;
  if (!me.value) return modules;
  return (
    <div class="buttons">
      {modules}
      <ButtonLink href={addressOf.newWorkbench()}>{t.workbench.title}</ButtonLink>
      <ButtonLink href={addressOf.bring}>{words.bring}</ButtonLink>
      <ButtonLink href={addressOf.drafts}>{words.drafts}</ButtonLink>
    </div>
  );
}

function Makeable({ workshop, onWorkshop }: { workshop: string; onWorkshop: (workshop: string) => void }) {
  const mine = myWorkshops.value;
  if (mine.length === 0) return null;
  return (
    <Chips
      label={words.madeIn}
      quiet
      line={!matchMedia('(min-width: 900px)').matches}
      value={workshop}
      options={[
        { value: '', label: words.anywhere },
        ...mine.map(({ workshopId, name }) => ({ value: workshopId, label: words.makeableAt(name) })),
      ]}
      onValue={onWorkshop}
    />
  );
}

/** What narrows the list now, each with a press to take it away. */
function Narrowed({
  query,
  onQuery,
}: {
  query: DesignQuery;
  onQuery: (change: Partial<DesignQuery>) => void;
}) {
  const facets: readonly FacetName[] = [
    'category',
    'readiness',
    'module',
    'machine',
    'licence',
    'tag',
    'interface',
  ];
  const chosen = facets.filter((name) => query[name] !== '');
  if (chosen.length === 0) return null;
  return (
    <div class="buttons">
      {chosen.map((name) => {
        const said = valueInWords(name, query[name]);
        const also = name === 'interface' && query.size ? ` ${query.size}` : '';
        const without =
          name === 'interface' ? { interface: '' as const, size: '', side: '' as const } : { [name]: '' };
        return (
          <Button key={name} kind="quiet" label={words.without(said + also)} onPress={() => onQuery(without)}>
            {said}
            {also} ×
          </Button>
        );
      })}
    </div>
  );
}

function Found({ found, query }: { found: ReturnType<typeof useCatalogue>; query: DesignQuery }) {
  const { list, designs, failure, readMore, again } = found;
  if (failure)
    return (
      <div class="stack" role="alert">
        <p>{failureText(failure)}</p>
        <Button onPress={again}>{t.words.tryAgain}</Button>
      </div>
    );
  if (!list) return <PageLoading />;
  return (
    <>
      <p class="count-line" role="status">
        {words.found(list.total)}
      </p>
      <AskedFit query={query} isNothing={list.total === 0} />
      {designs.length === 0 && <Nothing query={query} />}
      <ul class="rows">
        {designs.map((card) => (
          <DesignRow key={card.designId} card={card} />
        ))}
      </ul>
      {(readMore || found.busy) && (
        <Button wide busy={found.busy} onPress={() => readMore?.()}>
          {t.words.more}
        </Button>
      )}
    </>
  );
}

/** Who typed "mates with a 1.25 in shaft" is led to what fits with one. */
function AskedFit({ query, isNothing }: { query: DesignQuery; isNothing: boolean }) {
  const fit = typedFit(query.q, t.quantities.interfaces, DECIMAL_COMMA);
  if (fit === null || query.interface !== '' || (fit.size === '' && !isNothing)) return null;
  const said = [valueInWords('interface', fit.interface), fit.size].filter(Boolean).join(' ');
  return (
    <div>
      <ButtonLink href={addressWith({ ...query, q: '', ...fit })}>{words.fitsWith(said)}</ButtonLink>
    </div>
  );
}

function Nothing({ query }: { query: DesignQuery }) {
  const isNarrow = query.q !== '' || narrowedBy(query).length > 0;
  const at = myWorkshops.value.find(({ workshopId }) => workshopId === query.workshop)?.name;
  if (!isNarrow)
    return (
      <EmptyState text={words.none}>
        <ButtonLink kind="main" href={me.value ? addressOf.bring : addressOf.signIn(addressOf.bring)}>
          {words.bring}
        </ButtonLink>
      </EmptyState>
    );
  return (
    <EmptyState text={at ? words.noneMakeable(at) : words.noneFits}>
      <ButtonLink href={at ? addressWith({ ...query, workshop: '' }) : addressWith(anyDesign)}>
        {words.clear}
      </ButtonLink>
    </EmptyState>
  );
}
