import { useLocation } from 'preact-iso/router';
import { workshopView } from '../../shared/workshops/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { MachineForm } from '../machines/machineForm.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
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
  return (
    <PageFrame title={words.newTitle} line={words.newLine(workshop.value.value?.name ?? '')}>
      <Shown resource={workshop}>
        {({ competences }) => (
          <MachineForm
            machine={null}
            competences={competences}
            submitLabel={words.add}
            busy={busy}
            failure={failure}
            onSubmit={async (description) => {
              const reply = await give({
                method: 'post',
                path: `/api/workshops/${workshopId}/machines`,
                body: description,
                done: words.added(description.name),
              });
              if (reply) route(addressOf.label(reply.id));
            }}
          />
        )}
      </Shown>
    </PageFrame>
  );
}
