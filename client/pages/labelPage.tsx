import './labelPage.css';
import { machineView } from '../../shared/machines/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { stepDone } from '../today/stepsDone.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { QrCode } from '../ui/qrCode.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.machines.labelPage;

/** A machine's label, ready to print. */
export function LabelPage({ params }: PageProps) {
  const machineId = params.machineId ?? '';
  const machine = useResource(`/api/machines/${machineId}`, machineView, [`machine-${machineId}`]);
  const printLabel = () => {
    const workshopId = machine.value.value?.workshopId;
    if (workshopId) stepDone(workshopId, 'label');
    print();
  };
  return (
    <PageFrame title={words.title(machine.value.value?.name ?? t.machines.one)}>
      <p class="measure">{words.text}</p>
      <Shown resource={machine}>
        {({ name, labelCode }) => {
          const address = `${location.origin}${addressOf.code(labelCode)}`;
          return (
            <div class="label">
              <QrCode text={address} label={words.picture(address)} width={180} />
              <div class="words">
                <span>
                  <Plate name={name} />
                </span>
                <span class="code">{labelCode}</span>
                <span class="address">{address.replace(/^https?:\/\//, '')}</span>
              </div>
            </div>
          );
        }}
      </Shown>
      <div class="buttons">
        <Button kind="main" onPress={printLabel}>
          {words.print}
        </Button>
        <ButtonLink href={addressOf.machine(machineId)}>{words.back}</ButtonLink>
      </div>
    </PageFrame>
  );
}
