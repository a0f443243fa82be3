import { useState } from 'preact/hooks';
import { inductionList } from '../../shared/competences/views.ts';
import { workshopView } from '../../shared/workshops/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { me } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { appointmentList } from '../views.ts';
import { AnnounceForm } from './announceForm.tsx';
import { LeadInduction } from './leadInduction.tsx';
import { topicsOfInductions } from './topics.ts';

const words = t.inductions.lead;

/** What the viewer gives in one workshop, also what is just over: who came is often said afterwards. */
export function GivenHere({ workshopId, onChanged }: { workshopId: string; onChanged: () => void }) {
  const [announcing, setAnnouncing] = useState(false);
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const offices = useResource(`/api/workshops/${workshopId}/appointments`, appointmentList, [
    `workshop-${workshopId}`,
  ]);
  const inductions = useResource(`/api/inductions?workshop=${workshopId}`, inductionList, topicsOfInductions);
  const own = me.value?.memberId;
  const trained = (offices.value.value?.appointments ?? []).flatMap(
    ({ memberId, role, competenceId, until }) =>
      memberId === own && role === 'trainer' && until === null ? [competenceId] : [],
  );
  const here = workshop.value.value;
  const taught = (here?.competences ?? []).filter(({ competenceId }) => trained.includes(competenceId));
  const changed = () => {
    inductions.refetch();
    onChanged();
  };
  const announce = taught.length > 0 && <Button onPress={() => setAnnouncing(true)}>{words.announce}</Button>;
  return (
    <PageSection title={words.title(here?.name ?? '')} action={announce}>
      <Shown resource={inductions}>
        {(list) => (
          <ul class="rows">
            {list.inductions
              .filter(
                (one) => one.allowedActions.includes('induction.lead') || trained.includes(one.competenceId),
              )
              .map((one) => (
                <LeadInduction
                  key={`${one.inductionId} ${one.revision}`}
                  induction={one}
                  onChanged={changed}
                />
              ))}
          </ul>
        )}
      </Shown>
      {announcing && here && (
        <Dialog title={words.announce} onClose={() => setAnnouncing(false)}>
          <AnnounceForm
            workshop={here}
            taught={taught}
            onDone={() => {
              setAnnouncing(false);
              changed();
            }}
          />
        </Dialog>
      )}
    </PageSection>
  );
}
