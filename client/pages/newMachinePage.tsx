import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { MachineForm } from '../machines/machineForm.tsx';
import { PictureField, showPicture } from '../machines/pictureField.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.machines.edit;

/** Adds a machine to a workshop; then its label is next. */
export function NewMachinePage({ params }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const { route } = useLocation();
  const workshop = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const [picture, setPicture] = useState<File | null>(null);
  const copy = <ButtonLink href={addressOf.copyFrom(workshopId)}>{t.machineDetails.copy.open}</ButtonLink>;
  return (
    <PageFrame title={words.newTitle} line={words.newLine(workshop.value.value?.name ?? '')} action={copy}>
      <Shown resource={workshop}>
        {({ competences }) => (
          <MachineForm
            workshopId={workshopId}
            machine={null}
            picture={<PictureField picture={picture} onPicture={setPicture} />}
            competences={competences}
            submitLabel={words.add}
            busy={busy}
            failure={failure}
            onSubmit={async (description, rules) => {
              const reply = await give({
                method: 'post',
                path: `/api/workshops/${workshopId}/machines`,
                body: { ...description, rules },
                done: words.added(description.name),
              });
              if (!reply) return;
              if (picture) await showPicture(reply.id, picture);
              route(addressOf.label(reply.id));
            }}
          />
        )}
      </Shown>
    </PageFrame>
  );
}
