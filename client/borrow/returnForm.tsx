import { useState } from 'preact/hooks';
import type { Condition } from '../../shared/bookings/events.ts';
import type { ToolView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { failureText } from '../failureText.ts';
import { sendPhotograph } from '../files/send.ts';
import { RequestFailed } from '../problem.ts';
import { instantOf } from '../time/zone.ts';
import { Button } from '../ui/button.tsx';
import { Chips, ManyChips } from '../ui/chips.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FileButton } from '../ui/fileButton.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Fold } from '../ui/page.tsx';
import { showToast } from '../ui/toasts.ts';
import { useCommand } from '../useCommand.ts';

const words = t.loans.return;
const MOST_PICTURES = 6;

export interface ReturnFormProps {
  tool: ToolView;
  /** Where it is told; `body` goes along, `ifMatch` where the loan itself is named. */
  path: string;
  body: Record<string, unknown>;
  ifMatch?: number;
  /** The workshop's date: whoever is at the desk may say that it came back earlier. */
  today?: string;
  onDone: (condition: Condition) => void;
}

/** It comes back: "fine" in one tap, else what is wrong, with photographs. */
export function ReturnForm(props: ReturnFormProps) {
  const { tool, path, body, ifMatch, today, onDone } = props;
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const [wrong, setWrong] = useState(false);
  const [condition, setCondition] = useState<Condition>('damaged');
  const [missing, setMissing] = useState<string[]>(tool.missing);
  const [photographs, setPhotographs] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [day, setDay] = useState(today ?? '');
  const [time, setTime] = useState('');
  const [sending, setSending] = useState(false);
  const pieces = tool.contents.map(({ name }) => ({ value: name, label: name }));
  const lacks = tool.missing.length > 0;

  const tell = (told: Condition, more: object) =>
    give({
      method: 'post',
      path,
      body: { ...body, condition: told, ...more },
      ifMatch,
      done: words.done(tool.name),
      after: (reply) => reply && onDone(told),
    });
  const photograph = async (file: File) => {
    setSending(true);
    try {
      const { fileId } = await sendPhotograph(file);
      setPhotographs((before) => [...before, fileId]);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
    } finally {
      setSending(false);
    }
  };
  if (!wrong)
    return (
      <div class="stack">
        <FormFailure failure={failure} timeZone={tool.timeZone} />
        <div class="buttons">
          <Button
            kind="main"
            busy={busy}
            onPress={() => tell(lacks ? 'incomplete' : 'fine', { missing: tool.missing })}
          >
            {lacks ? words.asBefore : words.fine}
          </Button>
          <Button onPress={() => setWrong(true)}>{words.other}</Button>
        </div>
      </div>
    );
  const send = () => {
    const isShort = condition === 'fine' && missing.length > 0;
    const at = time && day ? instantOf(day, time, tool.timeZone) : null;
    tell(isShort ? 'incomplete' : condition, {
      missing,
      photographs,
      ...(note.trim() ? { note } : {}),
      ...(at ? { at } : {}),
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Chips<Condition>
        label={words.condition}
        value={condition}
        options={(['fine', 'damaged', 'incomplete'] as const).map((value) => ({
          value,
          label: words.conditions[value],
        }))}
        onValue={setCondition}
      />
      {pieces.length > 0 && (
        <ManyChips label={words.missing} values={missing} options={pieces} onValues={setMissing} />
      )}
      {photographs.length < MOST_PICTURES && (
        <div>
          <FileButton
            label={photographs.length === 0 ? words.photograph : words.photographs(photographs.length)}
            accept="image/*"
            busy={sending}
            onFile={photograph}
          />
        </div>
      )}
      <TextArea label={`${words.note} (${t.words.optional})`} value={note} onValue={setNote} />
      {today !== undefined && (
        <Fold summary={words.earlier}>
          <div class="fields-2">
            <TextField label={words.day} type="date" max={today} value={day} onValue={setDay} />
            <TextField label={words.time} type="time" value={time} onValue={setTime} />
          </div>
        </Fold>
      )}
      <FormFailure failure={failure} timeZone={tool.timeZone} />
      <Button kind="main" type="submit" busy={busy || sending}>
        {words.submit}
      </Button>
    </form>
  );
}
