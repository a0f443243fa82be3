import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Grade, ReceivedHow } from '../../shared/items/events.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import type { PageProps } from '../routes.ts';
import { me, myWorkshops } from '../session.ts';
import { BLANK, DescriptionFields } from '../things/acts/descriptionFields.tsx';
import { GradeChips, kilogramsIn, likelyWorkshop, SpotFields, shelfOf } from '../things/acts/fields.tsx';
import { AskForm } from '../ui/askForm.tsx';
import { Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.things.receive;
const { forms } = t.things;
type How = Exclude<ReceivedHow, 'recovered'>;
const HOWS: readonly How[] = ['bought', 'given', 'found', 'unknown'];

/** `/things/new`: a thing that nobody made here. Its name is enough; then its page, and its label. */
export function NewThingPage({ query }: PageProps) {
  return (
    <PageFrame title={words.title} line={words.line}>
      {myWorkshops.value.length === 0 ? (
        <EmptyState text={words.joinFirst} />
      ) : (
        <NewThing workshop={query.workshop ?? null} />
      )}
    </PageFrame>
  );
}

function NewThing({ workshop }: { workshop: string | null }) {
  const { route } = useLocation();
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const [described, setDescribed] = useState(BLANK);
  const [how, setHow] = useState<How>('bought');
  const [grade, setGrade] = useState<Grade | null>(null);
  const [spot, setSpot] = useState({ workshopId: likelyWorkshop(workshop), shelf: '' });
  const [serial, setSerial] = useState('');
  const [owner, setOwner] = useState<'ours' | 'mine'>('ours');
  const [note, setNote] = useState('');
  const mass = kilogramsIn(described.mass);
  const { mass: _typed, ...rest } = described;
  const receive = async () => {
    const name = described.name.trim();
    const memberId = me.value?.memberId;
    const reply = await give({
      method: 'post',
      path: '/api/things',
      body: {
        workshopId: spot.workshopId,
        description: { ...rest, name, massKilograms: mass ?? null },
        how,
        grade,
        ...shelfOf(spot),
        ...(serial.trim() ? { serial: serial.trim() } : {}),
        ...(owner === 'mine' && memberId ? { owner: { kind: 'member', memberId } } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
      },
      done: t.things.done.receive(name),
    });
    if (reply) route(addressOf.thing(reply.id));
  };
  return (
    <AskForm
      submitLabel={words.submit}
      kind="main"
      width="measure"
      busy={busy || mass === undefined}
      failure={failure}
      onSubmit={receive}
    >
      <DescriptionFields described={described} onChange={setDescribed} />
      <Chips
        label={forms.how}
        value={how}
        options={HOWS.map((value) => ({ value, label: t.things.receivedHow[value] }))}
        onValue={setHow}
      />
      <GradeChips value={grade} onValue={setGrade} />
      <SpotFields spot={spot} onSpot={setSpot} />
      <Chips
        label={forms.owner}
        value={owner}
        options={[
          { value: 'ours', label: forms.ours },
          { value: 'mine', label: forms.mine },
        ]}
        onValue={setOwner}
      />
      <TextField
        label={`${forms.serial} (${t.words.optional})`}
        maxLength={80}
        value={serial}
        onValue={setSerial}
      />
      <TextArea label={`${words.note} (${t.words.optional})`} value={note} onValue={setNote} />
    </AskForm>
  );
}
