import './workshopsPage.css';
import type { WorkshopSummary } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { useResource } from '../resource.ts';
import { me, myWorkshops } from '../session.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { workshopList } from '../views.ts';
import { OpenNow } from '../workshops/openNow.tsx';

const words = t.workshops;
const topicsOf = (list: { workshops: WorkshopSummary[] } | undefined) =>
  (list?.workshops ?? []).map(({ workshopId }) => `workshop-${workshopId}`);

/** The workshops of this server: one's own first. */
export function WorkshopsPage() {
  const workshops = useResource('/api/workshops', workshopList, topicsOf);
  const now = useNow(workshops.refetch);
  const mine = myWorkshops.value.map(({ workshopId }) => workshopId);
  const found = me.value?.mayFound && <ButtonLink href={addressOf.found}>{words.found}</ButtonLink>;
  return (
    <PageFrame title={words.title} action={found}>
      <Shown resource={workshops}>
        {({ workshops: all }) => {
          const ours = all.filter(({ workshopId }) => mine.includes(workshopId));
          const others = all.filter(({ workshopId }) => !mine.includes(workshopId));
          return (
            <>
              {all.length === 0 && <EmptyState text={words.none} />}
              {me.value && all.length > 0 && (
                <PageSection title={words.ours}>
                  {ours.length === 0 ? (
                    <p class="soft">{words.noneOfOurs}</p>
                  ) : (
                    <List workshops={ours} now={now} />
                  )}
                </PageSection>
              )}
              {others.length > 0 && (
                <PageSection title={me.value ? words.others : words.title}>
                  <List workshops={others} now={now} />
                </PageSection>
              )}
            </>
          );
        }}
      </Shown>
    </PageFrame>
  );
}

function List({ workshops, now }: { workshops: WorkshopSummary[]; now: number }) {
  return (
    <ul class="rows">
      {workshops.map((workshop) => (
        <li class="workshop-row" key={workshop.workshopId}>
          <a href={addressOf.workshop(workshop.workshopId)}>{workshop.name}</a>
          <OpenNow workshop={workshop} now={now} />
          <p class="soft">
            {workshop.place.address} · {words.machines(workshop.machines)}
          </p>
        </li>
      ))}
    </ul>
  );
}
