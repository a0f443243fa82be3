import '../things/thing.css';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { MOST_THINGS } from '../../shared/builds/commands.ts';
import { type BuildKind, buildKind } from '../../shared/builds/events.ts';
import type { BuildView, LineView } from '../../shared/builds/views.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { NamedThing } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { randomId } from '../randomId.ts';
import { me, myWorkshops, readMe } from '../session.ts';
import { ThingChooser } from '../things/acts/thingChooser.tsx';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { bodyOfStart, makesThings } from './start.ts';

const words = t.builds.start;
/** What one begins from a note alone, the likeliest first. */
const FROM_A_NOTE: readonly BuildKind[] = ['repair', 'spare', 'modify', 'make', 'takeApart'];

export interface StartFormProps {
  of: PinnedRevision | null;
  /** What the build is called unless somebody says otherwise. */
  usualName: string;
  kind: BuildKind | null;
  subjectId: string | null;
  forLine: { build: BuildView; line: LineView } | null;
  workshopId: string;
  onWorkshop: (workshopId: string) => void;
  /** How many are made, as typed. */
  count: string;
  onCount: (count: string) => void;
}

/** Begins a build: after a design one says where and how many; from a note alone what is done, and to what. */
export function StartForm(props: StartFormProps) {
  const { of, usualName, subjectId, forLine, workshopId, onWorkshop, count, onCount } = props;
  const { route } = useLocation();
  const [kind, setKind] = useState<BuildKind>(props.kind ?? (of || forLine ? 'make' : 'repair'));
  const [name, setName] = useState(of || forLine ? '' : usualName);
  const [note, setNote] = useState('');
  const [buildId] = useState(randomId);
  const [subject, setSubject] = useState<NamedThing | null>(null);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const isFree = of === null && forLine === null;
  const isCounted = forLine !== null && !forLine.line.line.tracked;
  const number = Number(count);
  const isNumber = isCounted ? number > 0 : Number.isInteger(number) && number >= 1 && number <= MOST_THINGS;
  // Mending, changing and taking apart are done to something.
  const asksThing = isFree && !makesThings(kind) && subjectId === null;
  const chosen = asksThing ? subject : null;
  const called = name.trim() || usualName || (chosen?.name ?? '');
  const submit = async () => {
    if (called === '' || (makesThings(kind) && !isNumber)) return;
    const reply = await give({
      method: 'post',
      path: '/api/builds',
      body: bodyOfStart({
        buildId,
        workshopId,
        kind,
        name: name.trim() || (of === null ? called : ''),
        note,
        count: number,
        of,
        subjectId: chosen?.itemId ?? subjectId,
        forLine,
      }),
      done: words.started(called),
    });
    if (!reply) return;
    route(addressOf.build(reply.id));
    // With the first build of a workshop, the way to builds appears in the frame.
    if (!me.value?.workshops.some(({ areas }) => areas.includes('builds'))) readMe().catch(() => undefined);
  };
  const nameField = (
    <TextField
      label={words.name}
      hint={isFree ? words.nameHints[kind] : usualName}
      required={isFree && called === ''}
      maxLength={80}
      value={name}
      onValue={setName}
    />
  );
  const noteField = <TextArea label={words.note} value={note} onValue={setNote} />;
  return (
    <AskForm
      submitLabel={words.go}
      kind="main"
      width="measure"
      busy={busy}
      failure={failure}
      onSubmit={submit}
    >
      {isFree && (
        <>
          <Chips
            label={words.kind}
            value={kind}
            options={(FROM_A_NOTE.includes(kind) ? FROM_A_NOTE : buildKind.options).map((value) => ({
              value,
              label: t.builds.kinds[value],
            }))}
            onValue={setKind}
          />
          {asksThing && (
            <div>
              <ThingChooser label={words.toWhat} except="" chosen={subject} onChosen={setSubject} />
              {subject === null && (
                <p class="soft small">
                  {kind !== 'takeApart' && `${words.laterThing} `}
                  {words.unknownThing}{' '}
                  <a href={addressOf.newThing({ workshop: workshopId })}>{words.newThing}</a>
                </p>
              )}
            </div>
          )}
          {nameField}
        </>
      )}
      <WhichWorkshop workshopId={workshopId} onWorkshop={onWorkshop} />
      {makesThings(kind) && (
        <TextField
          label={isCounted ? words.countUnit(t.quantities.units[forLine.line.line.unit]) : words.count}
          hint={isCounted ? words.countedHint : words.countHint}
          error={isNumber || count === '' ? undefined : words.counted(1, MOST_THINGS)}
          type="number"
          required
          min={isCounted ? 0 : 1}
          max={isCounted ? 1e9 : MOST_THINGS}
          step={isCounted ? 'any' : 1}
          inputMode={isCounted ? 'decimal' : 'numeric'}
          value={count}
          onValue={onCount}
        />
      )}
      <Fold summary={isFree ? words.noteMore : words.more}>
        <div class="stack">
          {!isFree && nameField}
          {noteField}
        </div>
      </Fold>
    </AskForm>
  );
}

function WhichWorkshop({ workshopId, onWorkshop }: Pick<StartFormProps, 'workshopId' | 'onWorkshop'>) {
  const mine = myWorkshops.value;
  const options = mine.map((each) => ({ value: each.workshopId, label: each.name }));
  if (mine.length === 1)
    return (
      <p>
        {words.where}: <strong>{mine[0]?.name}</strong>
      </p>
    );
  if (mine.length > 4)
    return (
      <SelectField<string> label={words.where} value={workshopId} options={options} onValue={onWorkshop} />
    );
  return <Chips<string> label={words.where} value={workshopId} options={options} onValue={onWorkshop} />;
}
