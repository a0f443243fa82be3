import { IconPlus, IconTrash } from '@tabler/icons-preact';
import type { KitPart, MachineDescription, Meter } from '../../shared/machines/events.ts';
import { origin, tier } from '../../shared/machines/events.ts';
import { machineList } from '../../shared/machines/views.ts';
import { type Protection, protection } from '../../shared/machines/words.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { Button } from '../ui/button.tsx';
import { Chips, ManyChips } from '../ui/chips.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { peopleList } from '../views.ts';

const words = t.machineDetails.more;

interface MoreProps {
  workshopId: string;
  /** Null for one that is not registered yet. */
  machineId: string | null;
  described: MachineDescription;
  onChange: (part: Partial<MachineDescription>) => void;
}

/** What of a machine few need to say: whose it is, how it came, where it stands, what it needs and counts. */
export function MachineMore({ workshopId, machineId, described, onChange }: MoreProps) {
  const others = useResource(`/api/machines?workshop=${workshopId}`, machineList);
  const machines = (others.value.value?.machines ?? []).filter((other) => other.machineId !== machineId);
  return (
    <div class="stack">
      <Chips
        label={words.tier}
        value={described.tier}
        options={tier.options.map((value) => ({ value, label: t.machineDetails.tiers[value] }))}
        onValue={(whose) => onChange({ tier: whose, lentBy: whose === 'lent' ? described.lentBy : null })}
      />
      {described.tier === 'lent' && (
        <LenderField
          workshopId={workshopId}
          lentBy={described.lentBy}
          onLender={(lentBy) => onChange({ lentBy })}
        />
      )}
      <Chips
        label={words.origin}
        value={described.origin}
        options={origin.options.map((value) => ({ value, label: t.machineDetails.origins[value] }))}
        onValue={(came) => onChange({ origin: came })}
      />
      <TextField
        label={words.area}
        hint={words.areaHint}
        maxLength={80}
        value={described.area ?? ''}
        onValue={(area) => onChange({ area: area || null })}
      />
      <ManyChips<Protection>
        label={words.protection}
        values={described.protection}
        options={protection.options.map((value) => ({ value, label: t.care.protections[value] }))}
        onValues={(worn) => onChange({ protection: worn })}
      />
      <TextField
        label={words.emergencyStop}
        maxLength={80}
        value={described.emergencyStop ?? ''}
        onValue={(emergencyStop) => onChange({ emergencyStop: emergencyStop || null })}
      />
      {machines.length > 0 && (
        <>
          <ManyChips
            label={words.dependsOn}
            values={described.dependsOn}
            options={machines.map(({ machineId: value, name }) => ({ value, label: name }))}
            onValues={(dependsOn) => onChange({ dependsOn })}
          />
          <p class="soft small">{words.dependsOnHint}</p>
        </>
      )}
      <Meters meters={described.meters} onMeters={(meters) => onChange({ meters })} />
      {described.kind === 'kit' && (
        <Contents contents={described.contents} onContents={(contents) => onChange({ contents })} />
      )}
    </div>
  );
}

interface LenderFieldProps {
  workshopId: string;
  lentBy: string | null;
  onLender: (memberId: string | null) => void;
}

function LenderField({ workshopId, lentBy, onLender }: LenderFieldProps) {
  const people = useResource(`/api/workshops/${workshopId}/people`, peopleList);
  const named = (people.value.value?.people ?? []).map(({ memberId, name }) => ({
    value: memberId,
    label: name ?? t.words.formerMember,
  }));
  return (
    <SelectField
      label={words.lentBy}
      value={lentBy ?? ''}
      options={[{ value: '', label: words.chooseMember }, ...named]}
      onValue={(memberId) => onLender(memberId || null)}
    />
  );
}

const changed = <Line,>(lines: readonly Line[], index: number, part: Partial<Line>): Line[] =>
  lines.map((line, at) => (at === index ? { ...line, ...part } : line));
const without = <Line,>(lines: readonly Line[], index: number): Line[] =>
  lines.filter((_, at) => at !== index);

function Meters({ meters, onMeters }: { meters: readonly Meter[]; onMeters: (meters: Meter[]) => void }) {
  return (
    <fieldset class="lines">
      <legend>{words.meters}</legend>
      {meters.map(({ name, unit }, index) => (
        <div class="line-of-two" key={`${index} of ${meters.length}`}>
          <TextField
            label={words.meter}
            required
            maxLength={80}
            value={name}
            onValue={(typed) => onMeters(changed(meters, index, { name: typed }))}
          />
          <TextField
            label={words.unit}
            required
            maxLength={80}
            value={unit}
            onValue={(typed) => onMeters(changed(meters, index, { unit: typed }))}
          />
          <Remove name={name} onPress={() => onMeters(without(meters, index))} />
        </div>
      ))}
      {meters.length < 5 && (
        <Add label={words.addMeter} onPress={() => onMeters([...meters, { name: '', unit: '' }])} />
      )}
    </fieldset>
  );
}

interface ContentsProps {
  contents: readonly KitPart[];
  onContents: (contents: KitPart[]) => void;
}

function Contents({ contents, onContents }: ContentsProps) {
  const blank: KitPart = { name: '', quantity: 1, toolId: null };
  return (
    <fieldset class="lines">
      <legend>{words.contents}</legend>
      {contents.map(({ name, quantity }, index) => (
        <div class="line-of-two" key={`${index} of ${contents.length}`}>
          <TextField
            label={words.part}
            required
            maxLength={80}
            value={name}
            onValue={(typed) => onContents(changed(contents, index, { name: typed }))}
          />
          <TextField
            label={words.quantity}
            type="number"
            min={1}
            max={1000}
            required
            value={String(quantity)}
            onValue={(typed) =>
              onContents(changed(contents, index, { quantity: Math.max(1, Math.round(Number(typed)) || 1) }))
            }
          />
          <Remove name={name} onPress={() => onContents(without(contents, index))} />
        </div>
      ))}
      <Add label={words.addPart} onPress={() => onContents([...contents, blank])} />
    </fieldset>
  );
}

const Remove = ({ name, onPress }: { name: string; onPress: () => void }) => (
  <Button kind="quiet" label={words.remove(name)} onPress={onPress}>
    <IconTrash aria-hidden="true" />
  </Button>
);

const Add = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <div>
    <Button onPress={onPress}>
      <IconPlus aria-hidden="true" />
      {label}
    </Button>
  </div>
);
