import { IconPlus } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BuildView, LineView, MeetingView } from '../../../shared/builds/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { deferred } from '../../frame/deferred.tsx';
import { keptAs } from '../../offline/keptAs.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { useCommand } from '../../useCommand.ts';
import { waitsForLine } from './waitsForLine.ts';

const words = t.buildLog.parts;
/** A parts list of a hundred lines would hide what stands below it. */
const AT_ONCE = 12;
const MeetDialog = deferred(async () => (await import('./meetDialog.tsx')).MeetDialog);

interface PartSectionProps {
  build: BuildView;
  /** The step that is current, for what is put in now. */
  step: string | null;
  onChanged: () => void;
}

/** The lines of the parts list with what met them, and what came in besides. */
export function PartSection({ build, step, onChanged }: PartSectionProps) {
  const [meeting, setMeeting] = useState<LineView | 'besides' | null>(null);
  const [isWhole, setWhole] = useState(false);
  const lines = stepFirst(build, step);
  const shown = isWhole ? lines : lines.slice(0, AT_ONCE);
  const may = build.allowedActions.includes('build.write');
  return (
    <PageSection
      title={words.title}
      action={build.lineList.length > 0 && <a href={addressOf.buildPlan(build.buildId)}>{words.plan}</a>}
    >
      {build.lineList.length === 0 && build.besides.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="rows">
        {shown.map((each) => (
          <li key={each.line.id} class="log-line" data-met={each.state === 'met' || undefined}>
            <div>
              <p>
                {quantityInWords(each.needed, each.line.unit)} <strong>{each.line.name}</strong>
              </p>
              <LineState line={each} />
              {waitsForLine(build.buildId, each.line.id) && (
                <p class="small soft">{t.buildLog.entries.waiting}</p>
              )}
              <Meetings build={build} meetings={each.meetings} onChanged={onChanged} />
            </div>
            {may && (
              <Button
                kind={each.state === 'met' ? 'quiet' : 'plain'}
                label={words.meetOf(each.line.name)}
                onPress={() => setMeeting(each)}
              >
                {words.meet}
              </Button>
            )}
          </li>
        ))}
        {shown.length < lines.length && (
          <li>
            <Button wide onPress={() => setWhole(true)}>
              {words.all(lines.length)}
            </Button>
          </li>
        )}
        {build.besides.length > 0 && (
          <li>
            <p>{words.besides}</p>
            <Meetings build={build} meetings={build.besides} onChanged={onChanged} />
          </li>
        )}
      </ul>
      {may && (
        <div class="buttons">
          <Button onPress={() => setMeeting('besides')}>
            <IconPlus aria-hidden="true" />
            {words.another}
          </Button>
        </div>
      )}
      {meeting !== null && (
        <MeetDialog
          build={build}
          line={meeting === 'besides' ? null : meeting}
          step={step}
          onChanged={onChanged}
          onClose={() => setMeeting(null)}
        />
      )}
    </PageSection>
  );
}

/** What the current step asks for, then the others; where one is met it stays in its place. */
function stepFirst({ lineList, stepList }: BuildView, current: string | null): LineView[] {
  const now = new Set(stepList.find(({ step }) => step === current)?.parts.map(({ line }) => line));
  return lineList.toSorted((one, other) => Number(now.has(other.line.id)) - Number(now.has(one.line.id)));
}

/** What is missing; what shelves keep for it is not missing, though it has to be fetched yet. */
function LineState({ line: { state, unclear, missing, kept, needed, line } }: { line: LineView }) {
  if (unclear) return <State kind="taken">{words.unclear}</State>;
  if (state === 'met') return <State kind="yours">{words.met}</State>;
  const still = Number((missing - kept).toPrecision(12));
  return (
    <>
      {kept > 0 && <State kind="yours">{words.keptFor(quantityInWords(kept, line.unit))}</State>}
      {still > 0 && (
        <State kind="soon">
          {still < needed ? words.missing(quantityInWords(still, line.unit)) : words.noneYet}
        </State>
      )}
    </>
  );
}

function Meetings({
  build,
  meetings,
  onChanged,
}: Omit<PartSectionProps, 'step'> & { meetings: MeetingView[] }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <ul class="log-meetings">
      {meetings.map((each) => {
        const path = takeBackPath(build, each);
        const said = [
          each.how === 'word' ? '' : words.metBy[each.how],
          words.provenance[each.provenance],
        ].filter((one) => one !== '');
        return (
          <li
            key={`${each.at} ${each.meetingId ?? each.fittingId ?? each.itemId ?? each.stock?.consumptionId}`}
          >
            <span class="small">
              {each.quantity === null ? '' : `${quantityInWords(each.quantity, each.unit)} `}
              {each.itemId ? <a href={addressOf.thing(each.itemId)}>{each.name}</a> : each.name}
              {`: ${said.join(', ')}`}
              {each.substitutes && `, ${words.standsIn}`}
              {each.reason && ` (${each.reason})`}
            </span>
            {path && build.allowedActions.includes('build.write') && (
              <Button
                kind="quiet"
                busy={busy}
                label={words.takeBackOf(each.name)}
                onPress={() =>
                  give({
                    method: 'post',
                    path,
                    body: {},
                    done: words.tookBack(each.name),
                    keepAs: keptAs(words.tookBack(each.name)),
                    after: onChanged,
                  })
                }
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Where what met a line is taken back: in the stream in which it was written down. */
function takeBackPath({ buildId }: BuildView, meeting: MeetingView): string | null {
  const { meetingId, itemId, fittingId, stock } = meeting;
  if (meetingId) return `/api/builds/${buildId}/meetings/${meetingId}/take-back`;
  if (itemId && fittingId) return `/api/things/${itemId}/fittings/${fittingId}/take-back`;
  if (itemId) return `/api/things/${itemId}/end/take-back`;
  if (!stock) return null;
  return `/api/workshops/${stock.workshopId}/stock/${stock.materialId}/consumptions/${stock.consumptionId}/take-back`;
}
