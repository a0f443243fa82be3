import './machinesPage.css';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { buildKind } from '../../shared/builds/events.ts';
import { type BuildList, type BuildRow, buildList } from '../../shared/builds/views.ts';
import { addressOf } from '../addresses.ts';
import { BuildListRow } from '../builds/buildRow.tsx';
import {
  askedFrom,
  type BuildsAsked,
  nearFirst,
  PAGE,
  pathOf,
  shownBuilds,
  withWords,
} from '../builds/list.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me, myWorkshops } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Fold, PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { workshopList } from '../views.ts';

const words = t.builds;
const ALL = 'all';

/** Those that are shown, what meets their lines, and those that begin meanwhile: there, or of that design. */
function followed({ workshopId, designId }: BuildsAsked, list: BuildList | undefined): string[] {
  const shown = (list?.builds ?? []).flatMap(({ buildId }) => [`build-${buildId}`, `met-${buildId}`]);
  const begun = workshopId ? `building-${workshopId}` : designId ? `making-${designId}` : 'build-';
  return [begun, ...shown];
}

/** What is being built and lacks something, mine, and what was completed. */
export function BuildsPage({ query }: PageProps) {
  const { route } = useLocation();
  const asked = askedFrom(query);
  const narrow = (change: Partial<BuildsAsked>) => {
    const { show, workshopId, designId, kind } = { ...asked, ...change };
    const told = new URLSearchParams();
    if (show !== 'open') told.set('show', show);
    if (workshopId) told.set('workshop', workshopId);
    if (designId) told.set('design', designId);
    if (kind) told.set('kind', kind);
    route(told.size > 0 ? `${addressOf.builds}?${told}` : addressOf.builds, true);
  };
  return (
    <PageFrame title={words.title} line={words.line}>
      <div class="stack">
        <div class="buttons machine-ways">
          {me.value && (
            <ButtonLink kind="main" href={addressOf.newBuild()}>
              {words.begin}
            </ButtonLink>
          )}
          <ButtonLink href={addressOf.things}>{t.things.title}</ButtonLink>
          <ButtonLink href={addressOf.madeWith}>{t.network.title}</ButtonLink>
        </div>
        <Filters asked={asked} onAsked={narrow} />
      </div>
      <List key={JSON.stringify(asked)} asked={asked} onAsked={narrow} />
    </PageFrame>
  );
}

interface AskedProps {
  asked: BuildsAsked;
  onAsked: (change: Partial<BuildsAsked>) => void;
}

function Filters({ asked, onAsked }: AskedProps) {
  const workshops = useResource('/api/workshops', workshopList).value.value?.workshops ?? [];
  const mine = new Set(myWorkshops.value.map(({ workshopId }) => workshopId));
  const inOrder = workshops.toSorted(
    (one, other) => Number(mine.has(other.workshopId)) - Number(mine.has(one.workshopId)),
  );
  return (
    <search aria-label={words.filters} class="stack">
      <Chips
        label={words.show}
        quiet
        line
        value={asked.show}
        options={shownBuilds
          .filter((show) => me.value || show !== 'mine')
          .map((value) => ({ value, label: words.shows[value] }))}
        onValue={(show) => onAsked({ show })}
      />
      <Fold summary={words.narrow} open={asked.workshopId !== null || asked.kind !== null}>
        <div class="fields-2">
          <SelectField<string>
            label={words.workshop}
            value={asked.workshopId ?? ALL}
            options={[
              { value: ALL, label: words.allWorkshops },
              ...inOrder.map(({ workshopId, name }) => ({ value: workshopId, label: name })),
            ]}
            onValue={(value) => onAsked({ workshopId: value === ALL ? null : value })}
          />
          <SelectField<string>
            label={words.kind}
            value={asked.kind ?? ALL}
            options={[
              { value: ALL, label: words.allKinds },
              ...buildKind.options.map((value) => ({ value, label: words.kinds[value] })),
            ]}
            onValue={(value) => onAsked({ kind: buildKind.options.find((each) => each === value) ?? null })}
          />
        </div>
      </Fold>
      {asked.designId && (
        <p>
          {words.onlyDesign}{' '}
          <Button kind="quiet" onPress={() => onAsked({ designId: null })}>
            {words.allDesigns}
          </Button>
        </p>
      )}
    </search>
  );
}

function List({ asked, onAsked }: AskedProps) {
  const [offset, setOffset] = useState(0);
  const [sought, setSought] = useState('');
  const builds = useResource(pathOf(asked, offset), buildList, (list) => followed(asked, list));
  const isNarrow = asked.workshopId !== null || asked.designId !== null || asked.kind !== null;
  return (
    <Shown resource={builds}>
      {({ builds: all, more }) =>
        all.length === 0 && offset === 0 ? (
          <EmptyState text={isNarrow ? words.noneFits : words.none[asked.show]}>
            {isNarrow ? (
              <Button onPress={() => onAsked({ workshopId: null, designId: null, kind: null })}>
                {words.clear}
              </Button>
            ) : (
              me.value && <ButtonLink href={addressOf.newBuild()}>{words.begin}</ButtonLink>
            )}
          </EmptyState>
        ) : (
          <div class="stack">
            {all.length > 8 && (
              <TextField
                label={words.search}
                type="search"
                value={sought}
                maxLength={80}
                onValue={setSought}
              />
            )}
            <Rows builds={withWords(all, sought)} onChanged={builds.refetch} />
            <div class="buttons">
              {offset > 0 && (
                <Button onPress={() => setOffset(Math.max(0, offset - PAGE))}>{words.newer}</Button>
              )}
              {more && <Button onPress={() => setOffset(offset + PAGE)}>{words.older}</Button>}
            </div>
          </div>
        )
      }
    </Shown>
  );
}

function Rows({ builds, onChanged }: { builds: BuildRow[]; onChanged: () => void }) {
  const mine = useMemo(() => new Set(myWorkshops.value.map(({ workshopId }) => workshopId)), []);
  const several = new Set(builds.map(({ workshop }) => workshop?.workshopId)).size > 1;
  return (
    <>
      <p class="count-line" role="status">
        {builds.length === 0 ? words.noneFits : words.count(builds.length)}
      </p>
      <ul class="rows">
        {nearFirst(builds, mine).map((row) => (
          <BuildListRow key={row.buildId} row={row} showWorkshop={several} onChanged={onChanged} />
        ))}
      </ul>
    </>
  );
}
