import { useState } from 'preact/hooks';
import { type WorkKind, workKind } from '../../shared/work/events.ts';
import { t } from '../catalogue/buildTexts.ts';
import { addDays } from '../time/wall.ts';
import { instantOf, todayIn } from '../time/zone.ts';
import { duration, numberInWords } from '../time.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { useCommand } from '../useCommand.ts';
import { minutesFrom } from './minutes.ts';
import { keyOf, type NamedSubject } from './subjects.ts';

const words = t.work;
const USUAL = ['15', '30', '60', '120', '240'] as const;
type Length = (typeof USUAL)[number] | 'other';

export interface NoteWorkProps {
  /** What one may have worked on, the likeliest first; at least one. */
  subjects: readonly NamedSubject[];
  kind?: WorkKind;
  /** Of the workshop: the day is one there. */
  timeZone: string;
  onDone: () => void;
}

/** Notes work in time: what kind, how long, on what, on which day. Waits for a connection where there is none. */
export function NoteWork({ subjects, kind: usual = 'building', timeZone, onDone }: NoteWorkProps) {
  const today = todayIn(timeZone, Date.now());
  const [kind, setKind] = useState<WorkKind>(usual);
  const [length, setLength] = useState<Length>('60');
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState(today);
  const [on, setOn] = useState(keyOf(subjects[0]?.subject ?? { kind: 'workshop', workshopId: '' }));
  const [note, setNote] = useState('');
  const [isTold, setTold] = useState(false);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const minutes = length === 'other' ? minutesFrom(typed, numberInWords(1.5).includes(',')) : Number(length);
  const chosen = subjects.find(({ subject }) => keyOf(subject) === on) ?? subjects[0];
  const submit = () => {
    setTold(true);
    if (minutes === null || chosen === undefined) return;
    const told = words.noted(duration(minutes), words.kinds[kind]);
    const at = day === today ? {} : { at: new Date(instantOf(day, '12:00', timeZone)).toISOString() };
    give({
      method: 'post',
      path: '/api/me/work',
      body: { kind, minutes, on: chosen.subject, note: note.trim(), ...at },
      done: told,
      after: onDone,
      keepAs: `${duration(minutes)}, ${words.kinds[kind]}`,
      kept: onDone,
    });
  };
  return (
    <AskForm submitLabel={words.note} kind="main" busy={busy} failure={failure} onSubmit={submit}>
      <Chips
        label={words.kind}
        value={kind}
        options={workKind.options.map((value) => ({ value, label: words.kinds[value] }))}
        onValue={setKind}
      />
      <Chips<Length>
        label={words.howLong}
        value={length}
        options={[
          ...USUAL.map((value) => ({ value, label: duration(Number(value)) })),
          { value: 'other', label: words.otherLength },
        ]}
        onValue={setLength}
      />
      {length === 'other' && (
        <TextField
          label={words.typed}
          hint={minutes === null ? words.typedHint : duration(minutes)}
          error={isTold && minutes === null ? words.notRead : undefined}
          required
          maxLength={40}
          value={typed}
          onValue={setTyped}
        />
      )}
      <SelectField<string>
        label={words.on}
        value={chosen ? keyOf(chosen.subject) : ''}
        options={subjects.map(({ subject, name }) => ({
          value: keyOf(subject),
          label: `${words.subjects[subject.kind]}: ${name}`,
        }))}
        onValue={setOn}
      />
      <TextField
        label={words.when}
        type="date"
        required
        min={addDays(today, -364)}
        max={today}
        value={day}
        onValue={setDay}
      />
      <TextArea label={words.words} hint={words.wordsHint} value={note} onValue={setNote} />
    </AskForm>
  );
}
