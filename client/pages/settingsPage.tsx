import { workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { Recognitions, ValidityForms } from '../workshops/competenceSettings.tsx';
import { CompetenceForm, HoursForm, JoiningForm, PlaceForm } from '../workshops/settingsForms.tsx';
import { Sheets } from '../workshops/sheets.tsx';

const words = t.workshops;

/** What the stewards of a workshop may set. */
export function SettingsPage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  return (
    <PageFrame title={words.settings.title(workshop.value.value?.name ?? words.one)}>
      <Shown resource={workshop}>
        {(shown) => {
          const mayChange = shown.allowedActions.includes('workshop.setHours');
          // A form begins anew with every revision: what somebody else changed is never overwritten unseen.
          const form = { key: shown.revision, workshop: shown, onChanged: workshop.refetch };
          return (
            <>
              <Sheets workshopId={workshopId} current="settings" mayChange={mayChange} />
              {!mayChange && <p class="note">{words.settings.mayNot}</p>}
              {mayChange && (
                <>
                  <PageSection title={words.hours.title}>
                    <HoursForm {...form} />
                  </PageSection>
                  <PageSection title={words.competences.title}>
                    <CompetenceForm {...form} />
                  </PageSection>
                  {shown.competences.length > 0 && (
                    <PageSection title={t.inductions.validity.title}>
                      <ValidityForms {...form} />
                    </PageSection>
                  )}
                  <PageSection title={t.inductions.recognitions.title}>
                    <Recognitions {...form} />
                  </PageSection>
                  <PageSection title={words.settings.joining}>
                    <JoiningForm {...form} />
                  </PageSection>
                  <PageSection title={words.settings.place}>
                    <PlaceForm {...form} />
                  </PageSection>
                  <PageSection title={t.imports.open}>
                    <p>{t.imports.openLine}</p>
                    <ButtonLink href={addressOf.import(workshopId)}>{t.imports.open}</ButtonLink>
                  </PageSection>
                  <PageSection title={t.devices.title}>
                    <p>{t.devices.kiosksText}</p>
                    <ButtonLink href={addressOf.devices(workshopId)}>{t.devices.title}</ButtonLink>
                  </PageSection>
                </>
              )}
            </>
          );
        }}
      </Shown>
    </PageFrame>
  );
}
