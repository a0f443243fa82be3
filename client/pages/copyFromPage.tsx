import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type CopyReply, copyReply, type MachineSummary, machineList } from '../../shared/machines/views.ts';
import { workshopView } from '../../shared/workshops/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { CopyPreview } from '../machines/copyPreview.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { ManyChips } from '../ui/chips.tsx';
import { SelectField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';
import { workshopList } from '../views.ts';

const words = t.machineDetails.copy;

/** Takes machines over from another workshop: choose them, see what comes, copy. */
export function CopyFromPage({ params, query }: PageProps) {
  const workshopId = params.workshopId ?? '';
  const own = useResource(`/api/workshops/${workshopId}`, workshopView, [`workshop-${workshopId}`]);
  const all = useResource('/api/workshops', workshopList);
  const [from, setFrom] = useState(query.from ?? '');
  return (
    <PageFrame title={words.title} line={words.line(own.value.value?.name ?? '')}>
      <Shown resource={all}>
        {({ workshops }) => {
          const others = workshops.filter((workshop) => workshop.workshopId !== workshopId);
          if (others.length === 0) return <p>{words.noOther}</p>;
          const options = others.map(({ workshopId: value, name }) => ({ value, label: name }));
          return (
            <div class="stack measure">
              <SelectField
                label={words.from}
                value={from}
                options={[{ value: '', label: words.chooseWorkshop }, ...options]}
                onValue={setFrom}
              />
              {from && <Machines key={from} workshopId={workshopId} from={from} />}
            </div>
          );
        }}
      </Shown>
    </PageFrame>
  );
}

interface MachinesProps {
  workshopId: string;
  /** The workshop that they come from. */
  from: string;
}

function Machines({ workshopId, from }: MachinesProps) {
  const list = useResource(`/api/machines?workshop=${from}`, machineList);
  return (
    <Shown resource={list}>
      {({ machines }) =>
        machines.length === 0 ? (
          <p>{words.noMachines}</p>
        ) : (
          <Copy workshopId={workshopId} from={from} machines={machines} />
        )
      }
    </Shown>
  );
}

function Copy({ workshopId, from, machines }: MachinesProps & { machines: readonly MachineSummary[] }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [seen, setSeen] = useState<CopyReply | null>(null);
  const { route } = useLocation();
  const { busy, failure, attempt } = useAttempt();
  const choose = (machineIds: string[]) => {
    setChosen(machineIds);
    setSeen(null);
  };
  const ask = (dryRun: boolean) =>
    attempt(async () => {
      const path = `/api/workshops/${workshopId}/copy-from${dryRun ? '?dryRun=true' : ''}`;
      const reply = await commandWith('post', path, { fromWorkshopId: from, machineIds: chosen }, copyReply);
      const came = reply.machines.filter(({ machineId }) => machineId !== null).length;
      if (reply.copied) showToast(words.done(came));
      if (reply.copied && came === reply.machines.length) route(addressOf.machinesOf(workshopId));
      else setSeen(reply);
    });
  return (
    <>
      <ManyChips
        label={words.machines}
        values={chosen}
        options={machines.map(({ machineId, name }) => ({ value: machineId, label: name }))}
        onValues={choose}
      />
      <div class="buttons">
        <Button kind="quiet" onPress={() => choose(machines.map(({ machineId }) => machineId))}>
          {words.all}
        </Button>
        {seen === null && (
          <Button kind="main" busy={busy || chosen.length === 0} onPress={() => ask(true)}>
            {words.look}
          </Button>
        )}
      </div>
      {chosen.length === 0 && <p class="soft">{words.noneChosen}</p>}
      <FormFailure failure={failure} />
      {seen && (
        <PageSection title={words.whatComes}>
          <CopyPreview reply={seen} />
          {!seen.copied && (
            <div class="buttons">
              <Button kind="main" busy={busy} onPress={() => ask(false)}>
                {words.submit(seen.machines.length)}
              </Button>
            </div>
          )}
        </PageSection>
      )}
    </>
  );
}
