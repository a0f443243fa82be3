import { useState } from 'preact/hooks';
import { type MachineView, machineView } from '../../shared/machines/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { addressOf } from '../addresses.ts';
import type { FormIntent } from '../booking/bookingForm.tsx';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { deferred } from '../frame/deferred.tsx';
import { AnswerBlock } from '../machines/answerBlock.tsx';
import { Dangers } from '../machines/dangers.tsx';
import { Faults } from '../machines/faults.tsx';
import { MachinePicture, Pictures } from '../machines/pictures.tsx';
import { RuleSection } from '../machines/ruleSection.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { me } from '../session.ts';
import { todayIn } from '../time/zone.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type Cell, PageFrame, PageSection } from '../ui/page.tsx';
import { Plate } from '../ui/plate.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.machines.page;
/** Answers after which the safety card tells the dangers. */
const SAFETY_CARD_FOR: readonly string[] = ['free', 'yours', 'inUse'];
/** Where on the page a fault is reported. */
const FAULT = 'fault';

// Whoever scans a label on a slow connection waits for none of these.
const BookingForm = deferred(async () => (await import('../booking/bookingForm.tsx')).BookingForm);
const BorrowBlock = deferred(async () => (await import('../borrow/borrowBlock.tsx')).BorrowBlock);
const Maintenance = deferred(async () => (await import('../machines/maintenance.tsx')).Maintenance);
const Settings = deferred(async () => (await import('../machines/settings.tsx')).Settings);
const MadeHere = deferred(async () => (await import('../machines/madeHere.tsx')).MadeHere);
const Story = deferred(async () => (await import('../machines/story.tsx')).Story);
const LookAfter = deferred(async () => (await import('../machines/lookAfter.tsx')).LookAfter);

/** One machine: first whether it can be used now, then what it is, then its story. */
export function MachinePage({ params }: PageProps) {
  const machineId = params.machineId ?? '';
  return <OneMachine key={machineId} machineId={machineId} />;
}

/** Also shown at the address on a machine's label. */
export function OneMachine({ machineId }: { machineId: string }) {
  const machine = useResource(`/api/machines/${machineId}`, machineView, [
    `machine-${machineId}`,
    `calendar-${machineId}`,
    // What one may do here changes with what one has learned, and where one is in.
    ...(me.value ? [`member-${me.value.memberId}`] : []),
  ]);
  const now = useNow(machine.refetch);
  const [intent, setIntent] = useState<FormIntent | null>(null);
  const view = machine.value.value;
  const close = () => setIntent(null);
  return (
    <PageFrame
      title={view?.name ?? t.machines.one}
      drawnTitle={view && <Plate name={view.name} size="large" retired={view.retired} />}
      lead={
        view && (
          <>
            {/* Whoever uses it stands before it: the time left and the buttons need the room. */}
            {view.availability.answer !== 'inUse' && <MachinePicture machine={view} />}
            {isBorrowed(view.kind) && (!view.retired || view.tier === 'lent') ? (
              <BorrowBlock
                machine={view}
                today={todayIn(view.timeZone, now)}
                now={now}
                onChanged={machine.refetch}
              />
            ) : (
              <AnswerBlock
                machine={view}
                today={todayIn(view.timeZone, now)}
                now={now}
                onBook={setIntent}
                onChanged={machine.refetch}
              />
            )}
            <div class="below-answer">
              {!SAFETY_CARD_FOR.includes(view.availability.answer) && <Dangers dangers={view.dangers} />}
              {!view.retired && <ButtonLink href={`#${FAULT}`}>{t.use.fault}</ButtonLink>}
              {me.value && (
                <ButtonLink href={addressOf.calendar(view.machineId)}>{words.calendar}</ButtonLink>
              )}
            </div>
          </>
        )
      }
      cells={view ? cellsOf(view) : []}
    >
      <Shown resource={machine}>
        {(shown) => {
          const today = todayIn(shown.timeZone, now);
          return (
            <>
              <p>{shown.mayRunUnattended ? words.unattended : words.attended}</p>
              <MadeHere machineId={machineId} />
              <div id={FAULT}>
                <Faults machine={shown} today={today} onChanged={machine.refetch} />
              </div>
              {me.value && <Maintenance machine={shown} today={today} onChanged={machine.refetch} />}
              <RuleSection machine={shown} onChanged={machine.refetch} />
              <Settings machine={shown} today={today} />
              <Pictures machine={shown} onChanged={machine.refetch} />
              {me.value && <LookAfter machine={shown} onChanged={machine.refetch} />}
              {me.value && (
                <PageSection
                  title={t.story.title}
                  action={<a href={addressOf.thing(machineId)}>{t.story.asThing}</a>}
                >
                  <Story machineId={machineId} machineName={shown.name} today={today} />
                </PageSection>
              )}
              {intent && (
                <Dialog title={words.bookingTitle(shown.name)} onClose={close}>
                  <BookingForm
                    machine={shown}
                    timeZone={shown.timeZone}
                    intent={intent}
                    onDone={() => {
                      close();
                      machine.refetch();
                    }}
                    onCancel={close}
                  />
                </Dialog>
              )}
            </>
          );
        }}
      </Shown>
    </PageFrame>
  );
}

const details = t.machineDetails.page;

const whoseIs = ({ tier, lentBy }: MachineView) =>
  lentBy?.name ? details.lentBy(lentBy.name) : t.machineDetails.tiers[tier];

function cellsOf(machine: MachineView): Cell[] {
  const made = [machine.maker, machine.model].filter(Boolean).join(' ');
  return [
    {
      label: words.workshop,
      value: <a href={addressOf.workshop(machine.workshopId)}>{machine.workshopName}</a>,
    },
    { label: words.kind, value: t.words.kinds[machine.kind] },
    ...(made ? [{ label: words.made, value: made }] : []),
    ...(machine.capacity > 1 ? [{ label: words.places, value: machine.capacity }] : []),
    ...(machine.area ? [{ label: details.area, value: machine.area }] : []),
    ...(machine.tier === 'workshop' ? [] : [{ label: details.whose, value: whoseIs(machine) }]),
    ...(machine.dependsOnNames.length > 0
      ? [{ label: details.dependsOn, value: t.words.and(machine.dependsOnNames) }]
      : []),
    { label: words.needs, value: t.words.and(machine.requiredCompetenceNames) || words.needsNothing },
    { label: words.code, value: <span class="mono">{machine.labelCode}</span> },
  ];
}
