import { useState } from 'preact/hooks';
import type { DesignList } from '../../../shared/designs/catalogueViews.ts';
import { designCategory, technologyReadiness } from '../../../shared/designs/content.ts';
import { isInterfaceKind } from '../../../shared/designs/interfaces.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { t } from '../../catalogue/designTexts.ts';
import { Chips } from '../../ui/chips.tsx';
import { TextField } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import { licenceName } from '../licenceWords.ts';
import { type DesignQuery, narrowedBy, sizeFrom } from '../query.ts';
import { DECIMAL_COMMA } from './decimals.ts';

const words = t.designs.list;
const WIDE = '(min-width: 900px)';
/** Values of one facet that are offered; words find the rest. */
const MOST = 10;

export type FacetName = keyof DesignList['facets'];

/** How a facet's value is called. */
export function valueInWords(name: FacetName, value: string): string {
  const { categories, technology } = t.draft.words;
  const { interfaces } = t.quantities;
  switch (name) {
    case 'category': {
      const read = designCategory.safeParse(value);
      return read.success ? categories[read.data] : value;
    }
    case 'readiness': {
      const read = technologyReadiness.safeParse(value);
      return read.success ? technology[read.data] : value;
    }
    case 'machine': {
      const read = machineKind.safeParse(value);
      return read.success ? t.words.kinds[read.data] : value;
    }
    case 'module':
      return t.modules.of[value]?.name ?? value;
    case 'interface':
      return isInterfaceKind(value) ? interfaces[value] : value;
    case 'licence':
      return licenceName(value);
    case 'tag':
      return value;
  }
}

export interface FacetsProps {
  facets: DesignList['facets'];
  query: DesignQuery;
  /** Some of the query, as it shall be. `typing`: more of it is on its way. */
  onQuery: (change: Partial<Record<keyof DesignQuery, string>>, typing?: boolean) => void;
}

const ORDER = ['category', 'readiness', 'module', 'machine', 'licence', 'tag'] as const;

/** What narrows the catalogue, with how many of the found have each value. On a phone it opens with a press. */
export function Facets({ facets, query, onQuery }: FacetsProps) {
  const [open] = useState(() => matchMedia(WIDE).matches || narrowedBy(query).length > 0);
  return (
    <Fold summary={words.narrow} open={open}>
      <div class="stack">
        {ORDER.map((name) => (
          <Facet
            key={name}
            name={name}
            counted={facets[name]}
            value={query[name]}
            onValue={(value) => onQuery({ [name]: value })}
          />
        ))}
        <Fit facets={facets} query={query} onQuery={onQuery} />
      </div>
    </Fold>
  );
}

interface FacetProps {
  name: FacetName;
  counted: readonly { value: string; count: number }[];
  value: string;
  onValue: (value: string) => void;
}

function Facet({ name, counted, value, onValue }: FacetProps) {
  const offered = counted.slice(0, MOST);
  const chosen = counted.find((each) => each.value === value);
  const all =
    value === '' || offered.some((each) => each.value === value)
      ? offered
      : [...offered, chosen ?? { value, count: 0 }];
  if (all.length === 0 || (all.length === 1 && value === '')) return null;
  const label = name === 'interface' ? words.fits : words[name];
  return (
    <Chips
      label={label}
      value={value}
      options={[
        { value: '', label: words.any },
        ...all.map((each) => ({
          value: each.value,
          label: words.counted(valueInWords(name, each.value), each.count),
        })),
      ]}
      onValue={onValue}
    />
  );
}

/** "Mates with a 1.25 in shaft": kind, size and side of an interface. */
function Fit({ facets, query, onQuery }: FacetsProps) {
  const { interface: kind, size, side } = query;
  const unread = size !== '' && sizeFrom(size, DECIMAL_COMMA) === null;
  if (facets.interface.length === 0 && kind === '') return null;
  return (
    <>
      <Facet
        name="interface"
        counted={facets.interface}
        value={kind}
        onValue={(value) =>
          onQuery(value === '' ? { interface: '', size: '', side: '' } : { interface: value })
        }
      />
      {kind !== '' && (
        <>
          <TextField
            label={words.size}
            hint={words.sizeHint}
            error={unread ? words.sizeUnread : undefined}
            maxLength={40}
            value={size}
            onValue={(typed) => onQuery({ size: typed }, true)}
          />
          <Chips<string>
            label={words.side}
            value={side}
            options={[
              { value: '', label: words.sides.any },
              { value: 'offers', label: words.sides.offers },
              { value: 'needs', label: words.sides.needs },
            ]}
            onValue={(value) => onQuery({ side: value })}
          />
        </>
      )}
    </>
  );
}
