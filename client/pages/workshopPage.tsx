import { type WorkshopView, workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { ZoneLine } from '../ui/zoneLine.tsx';
import { workshopCells } from '../workshops/cells.tsx';
import { Hours } from '../workshops/hours.tsx';
import { Join, Leave } from '../workshops/joining.tsx';
import { OpenNow } from '../workshops/openNow.tsx';
import { OwnPause } from '../workshops/ownPause.tsx';
import { Sheets } from '../workshops/sheets.tsx';

const words = t.workshops;

/** One workshop: whether it is open, the ways on, its week. */
export function WorkshopPage({ params, query }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const now = useNow(workshop.refetch);
  const view = workshop.value.value;
  const maySet = view?.allowedActions.includes('workshop.setHours') ?? false;
  const hoursAction = maySet && <a href={addressOf.settings(workshopId)}>{words.hours.edit}</a>;
  return (
    <PageFrame title={view?.name ?? words.one} cells={view ? workshopCells(view) : []}>
      <Shown resource={workshop}>
        {(shown) => (
          <>
            {me.value && <Sheets workshopId={workshopId} current="overview" mayChange={maySet} />}
            <OwnPause workshopId={workshopId} timeZone={shown.timeZone} />
            <OpenNow workshop={shown} now={now} />
            <Ways workshop={shown} />
            <Join workshop={shown} next={query.next} />
            <PageSection title={words.hours.title} action={hoursAction}>
              <ZoneLine timeZone={shown.timeZone} now={now} />
              <Hours hours={shown.openingHours} today={todayIn(shown.timeZone, now)} />
            </PageSection>
            {shown.competences.length > 0 && (
              <PageSection title={words.competences.title}>
                <ul>
                  {shown.competences.map(({ competenceId, name }) => (
                    <li key={competenceId}>{name}</li>
                  ))}
                </ul>
              </PageSection>
            )}
            <Leave workshop={shown} />
          </>
        )}
      </Shown>
    </PageFrame>
  );
}

function Ways({ workshop }: { workshop: WorkshopView }) {
  const { workshopId, allowedActions } = workshop;
  return (
    <div class="buttons">
      <ButtonLink href={addressOf.machinesOf(workshopId)}>{words.seeMachines}</ButtonLink>
      {me.value && <ButtonLink href={addressOf.timeline(workshopId)}>{words.seeTimeline}</ButtonLink>}
      <ButtonLink href={addressOf.idle(workshopId)}>{t.idle.short}</ButtonLink>
      {allowedActions.includes('machine.register') && (
        <ButtonLink href={addressOf.newMachine(workshopId)}>{t.machines.list.add}</ButtonLink>
      )}
      {allowedActions.includes('machine.register') && (
        <ButtonLink href={addressOf.labels(workshopId)}>{t.labels.title}</ButtonLink>
      )}
    </div>
  );
}
