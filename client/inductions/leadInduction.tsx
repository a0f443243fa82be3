import { useState } from 'preact/hooks';
import { t } from '../catalogue/workshopTexts.ts';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, TextArea, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { slotInWords } from '../ui/objections.tsx';
import { Fold } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { InductionRow, type InductionRowProps } from './inductionRow.tsx';

const words = t.inductions.lead;

/** An induction as its trainer sees it: who comes, who came, how many places, and calling it off. */
export function LeadInduction({ induction, onChanged }: InductionRowProps) {
  const { people, status, start } = induction;
  const leads = induction.allowedActions.includes('induction.lead');
  const begun = Date.parse(start) <= Date.now();
  return (
    <>
      <InductionRow induction={induction} onChanged={onChanged} />
      {people !== null && status !== 'cancelled' && (
        <li>
          <Fold summary={`${words.people} (${people.length})`}>
            {people.length === 0 && <p class="soft">{words.nobody}</p>}
            {begun && leads ? (
              <Attendance induction={induction} onChanged={onChanged} />
            ) : (
              <ul>
                {people.map(({ memberId, name, status: place }) => (
                  <li key={memberId}>
                    {name ?? t.words.formerMember}, {t.inductions.statuses[place]}
                  </li>
                ))}
              </ul>
            )}
          </Fold>
          {status === 'announced' && leads && <Places induction={induction} onChanged={onChanged} />}
          {status === 'announced' && <Cancel induction={induction} onChanged={onChanged} />}
        </li>
      )}
    </>
  );
}

/** Ticks for those who came; confirming gives them the competence. */
function Attendance({ induction, onChanged }: InductionRowProps) {
  const [came, setCame] = useState<readonly string[]>([]);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const people = induction.people ?? [];
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/inductions/${induction.inductionId}/attend`,
      body: { memberIds: came },
      ifMatch: induction.revision,
      done: words.attended(came.length),
      after: onChanged,
    });
    if (reply) setCame([]);
  };
  return (
    <form
      class="induction-people"
      onSubmit={(event) => {
        event.preventDefault();
        if (came.length > 0) submit();
      }}
    >
      {people.map(({ memberId, name, status }) => {
        const shown = name ?? t.words.formerMember;
        if (status !== 'place') return <p key={memberId}>{`${shown}, ${t.inductions.statuses[status]}`}</p>;
        return (
          <CheckField
            key={memberId}
            label={words.came(shown)}
            checked={came.includes(memberId)}
            onChange={(checked) =>
              setCame(checked ? [...came, memberId] : came.filter((each) => each !== memberId))
            }
          />
        );
      })}
      <FormFailure failure={failure} timeZone={induction.timeZone} />
      {people.some(({ status }) => status === 'place') && (
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {words.attend}
          </Button>
        </div>
      )}
    </form>
  );
}

function Places({ induction, onChanged }: InductionRowProps) {
  const [places, setPlaces] = useState(String(induction.places));
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const wanted = Number(places);
  const submit = () =>
    give({
      method: 'put',
      path: `/api/inductions/${induction.inductionId}/places`,
      body: { places: wanted },
      ifMatch: induction.revision,
      done: words.placesSet(wanted),
      after: onChanged,
    });
  return (
    <Fold summary={words.setPlaces}>
      <AskForm
        submitLabel={t.words.save}
        onSubmit={submit}
        busy={busy}
        failure={failure}
        timeZone={induction.timeZone}
        width="narrow"
      >
        <TextField
          label={words.places}
          type="number"
          inputMode="numeric"
          min={1}
          max={200}
          required
          value={places}
          error={mistakeAt(failure, 'places')}
          onValue={setPlaces}
        />
      </AskForm>
    </Fold>
  );
}

function Cancel({ induction, onChanged }: InductionRowProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const { competenceName: competence, inductionId, revision, timeZone } = induction;
  const when = slotInWords(induction, timeZone);
  const submit = async () => {
    const reply = await give({
      method: 'post',
      path: `/api/inductions/${inductionId}/cancel`,
      body: { reason },
      ifMatch: revision,
      done: words.cancelDone(competence),
      after: onChanged,
    });
    if (reply) setOpen(false);
  };
  return (
    <>
      <Button
        kind="quiet"
        label={t.inductions.of(words.cancel, competence, when)}
        onPress={() => setOpen(true)}
      >
        {words.cancel}
      </Button>
      {open && (
        <Dialog title={words.cancelTitle(competence)} onClose={() => setOpen(false)}>
          <AskForm
            submitLabel={words.cancel}
            onSubmit={submit}
            busy={busy}
            failure={failure}
            timeZone={timeZone}
            kind="danger"
          >
            <p>{words.cancelText}</p>
            <TextArea label={words.reason} required value={reason} onValue={setReason} />
          </AskForm>
        </Dialog>
      )}
    </>
  );
}
