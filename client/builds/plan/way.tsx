import {
  type Icon,
  IconBuildingWarehouse,
  IconHammer,
  IconHandStop,
  IconMapPin,
  IconProgress,
  IconRecycle,
  IconShoppingCart,
} from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import type { PlanLine, PlanOption } from '../../../shared/plans/views.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { keptAs } from '../../offline/keptAs.ts';
import { myWorkshops } from '../../session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { useCommand } from '../../useCommand.ts';
import { wayInWords, whereInWords } from './brief.ts';
import { amountOf, choiceOf, type PlanSource, sourceOfOption } from './sources.ts';

const words = t.buildPlan;

const SIGNS: Record<PlanSource, Icon> = {
  here: IconBuildingWarehouse,
  nearby: IconMapPin,
  recover: IconRecycle,
  beingMade: IconProgress,
  make: IconHammer,
  atHand: IconHandStop,
  buy: IconShoppingCart,
};

export interface WayProps {
  option: PlanOption;
  line: PlanLine;
  here: string | undefined;
  build: Pick<BuildView, 'buildId'> | null;
  onChanged: () => void;
}

/** One way to meet a line, in a short row: sign, word, what and where; then what can be done about it. */
export function Way({ option, line, here, build, onChanged }: WayProps) {
  const source = sourceOfOption(option, here);
  const Sign = SIGNS[source];
  const where = whereInWords(option, here);
  const fits = 'fits' in option && option.fits !== 'asAsked' && words.fits[option.fits];
  return (
    <li class="plan-way">
      <Sign aria-hidden="true" />
      <div class="said">
        <strong>{words.sources[source]}</strong>{' '}
        <span class="small">{quantityInWords(option.quantity, line.unit)}</span>
        <span class="small">
          {wayInWords(option)}
          {where && source !== 'here' && <span class="soft"> · {where}</span>}
        </span>
        {option.how === 'item' && option.cameOutOf && (
          <span class="small">
            <CameOutOf of={option.cameOutOf} />
          </span>
        )}
        {fits && <span class="small plan-fits">{fits}</span>}
      </div>
      <Acts option={option} line={line} here={here} build={build} onChanged={onChanged} />
    </li>
  );
}

/** What a recovered part was in before, and where that is. */
export function CameOutOf({ of }: { of: Extract<PlanOption, { how: 'item' }>['cameOutOf'] & object }) {
  return (
    <>
      {words.cameOutOf} <a href={addressOf.thing(of.itemId)}>{of.name}</a>
      {of.workshop && `, ${of.workshop.name}`}
    </>
  );
}

function Acts({ option, line, here, build, onChanged }: WayProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  // Until the plan is read anew, a second tap would keep as much again.
  const [keptFor, setKeptFor] = useState<PlanLine | null>(null);
  const called = wayInWords(option);
  const choice = choiceOf(option);
  const choose = () =>
    build &&
    give({
      method: 'post',
      path: `/api/builds/${build.buildId}/lines/${line.line}/choose`,
      body: { choice },
      done: words.took(line.name),
      keepAs: keptAs(words.took(line.name)),
      after: onChanged,
    });
  // What is kept for this build is chosen with it.
  const reserve = async () => {
    if (build === null || option.how !== 'stock' || option.workshop === null) return;
    const reply = await give({
      method: 'post',
      path: `/api/workshops/${option.workshop.workshopId}/stock/${option.materialId}/reserve`,
      body: { buildId: build.buildId, line: line.line, amount: amountOf(option, line) },
      done: words.reserved(`${quantityInWords(option.quantity, line.unit)} ${line.name}`),
      after: (reply) => {
        setKeptFor(reply && line);
        onChanged();
      },
    });
    if (reply && line.chosen === null) await choose();
  };
  // The plan tells how a line was chosen, not which shelf or thing: one elsewhere can still take its place.
  const isElsewhere = option.how === 'stock' && option.workshop?.workshopId !== here;
  // A thing that the plan proposes, after one was chosen, is that one: the plan asks for no second before it is in.
  const isThatThing = choice?.how === 'item' && line.plan.length === 1 && line.plan[0] === option;
  const isChosen = choice?.how === line.chosen && (choice.how !== 'item' || isThatThing) && !isElsewhere;
  const mayReserve =
    keptFor !== line &&
    option.how === 'stock' &&
    line.chosen !== 'stock' &&
    line.reserved.length === 0 &&
    myWorkshops.value.some(({ workshopId }) => workshopId === option.workshop?.workshopId);
  return (
    <div class="acts">
      <Look option={option} />
      {build && option.how === 'make' && (
        <ButtonLink
          label={words.makeOf(line.name)}
          href={addressOf.newBuild({
            ...(option.of ? { design: option.of.designId, revision: option.of.revision } : {}),
            forBuild: build.buildId,
            line: line.line,
            ...(here ? { workshop: here } : {}),
          })}
        >
          {words.make}
        </ButtonLink>
      )}
      {build && choice && !isChosen && (
        <Button busy={busy} label={words.takeOf(called, line.name)} onPress={choose}>
          {words.take}
        </Button>
      )}
      {build && mayReserve && (
        <Button busy={busy} label={words.reserveOf(called, line.name)} onPress={reserve}>
          {words.reserve}
        </Button>
      )}
    </div>
  );
}

/** The way to the thing, the build or the scrapped machine that it is about. */
function Look({ option }: Pick<WayProps, 'option'>) {
  switch (option.how) {
    case 'item':
      return (
        <ButtonLink kind="quiet" href={addressOf.thing(option.itemId)} label={words.seeOf(option.name)}>
          {words.see}
        </ButtonLink>
      );
    case 'recover':
      return (
        <ButtonLink
          kind="quiet"
          href={addressOf.takeApart(option.insideOf.itemId)}
          label={words.takeApartOf(option.name, option.insideOf.name)}
        >
          {words.takeApart}
        </ButtonLink>
      );
    case 'beingMade':
      return (
        <ButtonLink kind="quiet" href={addressOf.build(option.buildId)} label={words.seeOf(option.name)}>
          {words.see}
        </ButtonLink>
      );
    default:
      return null;
  }
}
