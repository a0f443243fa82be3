import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import type { PlanLine, PlanOption } from '../../../shared/plans/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { lengthTold } from '../../measures/lengthUnits.ts';
import { numberInWords } from '../../time.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fold } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { waitsForLine } from '../log/waitsForLine.ts';
import { briefOf } from './brief.ts';
import { InsteadForm } from './insteadForm.tsx';
import { LeaveOpen, Reserved } from './kept.tsx';
import { CameOutOf, Way, type WayProps } from './way.tsx';

const words = t.buildPlan;

export interface PlanRowProps {
  line: PlanLine;
  /** The workshop that the plan is for. */
  here: string | undefined;
  build: Pick<BuildView, 'buildId' | 'status' | 'allowedActions'> | null;
  /** Whether its ways are in sight when it comes. */
  isOpen?: boolean;
  onChanged: () => void;
}

/** One line: how much of it is needed, by what the plan meets it, and the other ways. */
export function PlanRow({ line, here, build, isOpen = false, onChanged }: PlanRowProps) {
  const isMet = line.missing <= 0;
  const mayAct = build !== null && build.status === 'open' && build.allowedActions.includes('build.write');
  const acting = mayAct ? build : null;
  return (
    <li class="plan-line" data-line={line.line} data-met={isMet || undefined}>
      <details class="plan-row" open={isOpen}>
        <summary>
          <span class="plan-part">
            <h4>{line.name}</h4>
            <span class="small">
              {quantityInWords(line.needed, line.unit)}
              {line.cut && ` ${words.eachLong(lengthTold(line.cut.length))}`}
            </span>
          </span>
          <span class="brief small soft">{briefOf(line, here)}</span>
        </summary>
        <div class="plan-inner">
          {line.specification && <p class="small soft">{line.specification}</p>}
          <LineState line={line} />
          {build && waitsForLine(build.buildId, line.line) && (
            <p class="small soft">{t.buildLog.entries.waiting}</p>
          )}
          <MetBy line={line} />
          {line.reserved.map((kept) => (
            <Reserved
              key={kept.stockReservationId}
              kept={kept}
              line={line}
              build={acting}
              onChanged={onChanged}
            />
          ))}
          {!isMet && (
            <>
              <Ways
                options={line.plan.filter((option) => !isKept(option, line))}
                line={line}
                here={here}
                build={acting}
                onChanged={onChanged}
              />
              <Others line={line} here={here} build={acting} onChanged={onChanged} />
            </>
          )}
          {acting && line.chosen && !isMet && (
            <LeaveOpen buildId={acting.buildId} line={line} onChanged={onChanged} />
          )}
        </div>
      </details>
    </li>
  );
}

function Ways({ options, ...row }: Omit<WayProps, 'option'> & { options: readonly PlanOption[] }) {
  return (
    <ul class="plan-ways">
      {options.map((option) => (
        <Way key={JSON.stringify(option)} option={option} {...row} />
      ))}
    </ul>
  );
}

/** Whether that is said already: what is kept for the line lies there. */
const isKept = (option: PlanOption, { kept, missing, reserved }: PlanLine): boolean =>
  option.how === 'stock' &&
  kept >= missing &&
  reserved.some(
    ({ workshop, materialId }) =>
      materialId === option.materialId && workshop?.workshopId === option.workshop?.workshopId,
  );

/** What has met it, where that is more than the line says: what stands in for it, and what it came out of. */
function MetBy({ line: { metBy, name } }: Pick<PlanRowProps, 'line'>) {
  const told = metBy.filter((one) => one.substitutes || one.cameOutOf !== null || one.name !== name);
  return told.map((one, index) => (
    <p class="small" key={`${index} ${one.itemId}`}>
      {one.itemId ? <a href={addressOf.thing(one.itemId)}>{one.name}</a> : one.name}
      {one.substitutes && ` ${words.standsIn}`}
      {one.cameOutOf && (
        <>
          {', '}
          <CameOutOf of={one.cameOutOf} />
        </>
      )}
    </p>
  ));
}

/** A number alone for pieces: a word stands beside it. */
const quantityTold = (quantity: number, unit: PlanLine['unit']) =>
  unit === 'piece' ? numberInWords(quantity) : quantityInWords(quantity, unit);

function LineState({ line: { met, needed, missing, unit, chosen } }: { line: PlanLine }) {
  if (missing <= 0) return <State kind="free">{words.met}</State>;
  return (
    <>
      {met > 0 && <State kind="soon">{words.partly(numberInWords(met), quantityTold(needed, unit))}</State>}
      {chosen && <State kind="yours">{words.chosen[chosen]}</State>}
    </>
  );
}

/** What the plan does not propose, and what it cannot know. */
function Others({ line, here, build, onChanged }: PlanRowProps) {
  const [isInstead, setInstead] = useState(false);
  const { else: others, plan } = line;
  if (others.length === 0 && build === null) return null;
  const offersMaking = [...plan, ...others].some(({ how }) => how === 'make');
  return (
    <Fold summary={words.other(others.length)}>
      <Ways options={others} line={line} here={here} build={build} onChanged={onChanged} />
      {build && (
        <div class="buttons">
          {!offersMaking && (
            <ButtonLink
              label={words.makeOf(line.name)}
              href={addressOf.newBuild({
                forBuild: build.buildId,
                line: line.line,
                ...(here ? { workshop: here } : {}),
              })}
            >
              {words.make}
            </ButtonLink>
          )}
          <Button label={words.instead.openOf(line.name)} onPress={() => setInstead(true)}>
            {words.instead.open}
          </Button>
        </div>
      )}
      {isInstead && build && (
        <Dialog title={words.instead.title(line.name)} onClose={() => setInstead(false)}>
          <InsteadForm
            buildId={build.buildId}
            line={line}
            onDone={() => {
              setInstead(false);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </Fold>
  );
}
