import './thing.css';
import type { ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { ButtonLink } from '../ui/button.tsx';
import type { Cell } from '../ui/page.tsx';
import { ActButtons } from './acts/actButtons.tsx';
import { SafetyProblem } from './safetyProblem.tsx';
import { Tally } from './tally.tsx';
import { WhereLine } from './whereLine.tsx';
import { dayThere, isGone, livesInWords, partyInWords } from './words.ts';

const words = t.things;

/** Under its name: the code as on the label, and the number that its makers gave it. */
export function ThingLine({ thing }: { thing: ThingView }) {
  const { code, serial } = thing;
  return (
    <span class="thing-line">
      {code && <span class="thing-code">{code}</span>}
      {serial && <span>{words.label.serial(serial)}</span>}
      {thing.status !== 'loose' && thing.status !== 'fitted' && <strong>{words.states[thing.status]}</strong>}
    </span>
  );
}

/** Whether it may have lives at all: a machine, or what holds parts, is what others are fitted into. */
const isPart = ({ machine, contents }: ThingView) => machine === null && contents.length === 0;

/** What somebody who scans it wants to know first: is it safe, where is it, what can be done. */
export function ThingLead({ thing, onChanged }: { thing: ThingView; onChanged: () => void }) {
  return (
    <>
      <SafetyProblem thing={thing} onChanged={onChanged} />
      <div class="thing-lead">
        <WhereLine place={thing.place} />
        {(thing.lives > 0 || isPart(thing)) && <Tally count={thing.lives} word={livesInWords(thing)} />}
        {thing.machine?.inService && (
          <ButtonLink kind="main" href={addressOf.machine(thing.itemId)}>
            {words.openMachine}
          </ButtonLink>
        )}
        <ActButtons thing={thing} onChanged={onChanged} />
      </div>
    </>
  );
}

/** Whose, who has it, how good; what it is by its design and who made it. */
export function cellsOf(thing: ThingView): Cell[] {
  const { place, loan, grade, of, how, buildId, timeZone } = thing;
  const holder = place.holder && partyInWords(place.holder);
  const until = loan?.until ? dayThere(loan.until, timeZone) : null;
  return [
    { label: words.whose, value: partyInWords(place.owner) },
    ...(holder
      ? [{ label: words.has, value: until ? words.hasUntil(holder, until, loan?.overdue ?? false) : holder }]
      : []),
    ...(grade && !isGone(thing) ? [{ label: words.grade, value: words.grades[grade] }] : []),
    ...(of
      ? [
          {
            label: words.design,
            value: (
              <a href={addressOf.revision(of.designId, of.revision)}>
                {words.revision(of.title, of.revision)}
              </a>
            ),
          },
        ]
      : []),
    ...(buildId
      ? [
          {
            label: how !== 'recovered' ? words.madeIn : words.takenOutIn,
            value: <a href={addressOf.build(buildId)}>{words.build}</a>,
          },
        ]
      : []),
  ];
}
