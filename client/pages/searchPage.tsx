import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type SearchFind, searchView } from '../../shared/search/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { codeFrom } from '../machines/labelCode.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { useOther } from '../ui/useOther.ts';

const words = t.frame.searchPage;
/** So long nothing more has to be typed before it is looked for, milliseconds. */
const PAUSE = 250;

/** What stands behind the square code of a label is an address: the code in it is meant. */
const wordsOf = (typed: string) => (/\/m\//.test(typed) ? codeFrom(typed) : typed.trim());

/** `/search?q=drill`: machines, things, builds, shelves, designs, workshops and labels by one field. */
export function SearchPage({ query }: PageProps) {
  const { route } = useLocation();
  const asked = query.q ?? '';
  const [typed, setTyped] = useState(asked);
  // Only another address changes what stands in the field: a key may be pressed before the page has followed its own.
  const sent = useRef(asked);
  useOther(asked, () => {
    if (asked !== sent.current) setTyped(asked);
    sent.current = asked;
  });
  useEffect(() => {
    const wanted = wordsOf(typed);
    if (wanted === asked) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      route(addressOf.search(wanted), true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <PageFrame title={words.title}>
      <search>
        <form class="narrow" onSubmit={(event) => event.preventDefault()}>
          <TextField
            label={words.field}
            type="search"
            autocomplete="off"
            maxLength={80}
            value={typed}
            onValue={setTyped}
          />
        </form>
      </search>
      {asked === '' ? <p class="soft">{words.begin}</p> : <Found key={asked} asked={asked} />}
    </PageFrame>
  );
}

function Found({ asked }: { asked: string }) {
  const answer = useResource(`/api/search?q=${encodeURIComponent(asked)}`, searchView);
  return (
    <Shown resource={answer}>
      {({ found }) => (
        <>
          <p role="status" class="soft">
            {found.length === 0 ? words.nothing(asked) : words.found(found.length)}
          </p>
          <ul class="rows">
            {found.map((find) => (
              <li key={addressOfFind(find)}>
                <a href={addressOfFind(find)}>{find.name}</a>
                <p class="soft small">{lineOf(find)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Shown>
  );
}

function addressOfFind(find: SearchFind): string {
  switch (find.what) {
    case 'machine':
      return addressOf.machine(find.machineId);
    case 'thing':
      return addressOf.thing(find.itemId);
    case 'build':
      return addressOf.build(find.buildId);
    case 'stock':
      return addressOf.stock(find.workshopId, find.materialId);
    case 'design':
      return addressOf.design(find.designId);
    case 'workshop':
      return addressOf.workshop(find.workshopId);
  }
}

/** What it is and where, so that two of one name are told apart. */
function partsOf(find: SearchFind): (string | null)[] {
  switch (find.what) {
    case 'machine':
      return [t.words.kinds[find.machineKind], find.workshopName];
    case 'thing':
      return [words.thing, find.serial, find.inside && words.inside(find.inside), find.workshopName];
    case 'build':
      return [words.builds[find.status], find.workshopName];
    case 'stock':
      return [words.shelf, find.specification, find.workshopName, find.shelf];
    case 'design':
      return [words.design, find.purpose];
    case 'workshop':
      return [words.workshop, find.address];
  }
}

function lineOf(find: SearchFind): string {
  const label = 'byLabel' in find && find.byLabel && find.labelCode ? words.label(find.labelCode) : '';
  const over =
    find.what === 'machine' && find.retired
      ? t.words.retired
      : find.what === 'thing' && find.gone
        ? words.gone
        : '';
  return [...partsOf(find), label, over].filter(Boolean).join(' · ');
}
