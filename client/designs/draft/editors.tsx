import { useState } from 'preact/hooks';
import { z } from 'zod';
import type { DraftView } from '../../../shared/designs/draftViews.ts';
import type { NamedMember } from '../../../shared/designs/naming.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { commandWith, post } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me, myWorkshops } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { Fold } from '../../ui/page.tsx';
import { showToast } from '../../ui/toasts.ts';
import { peopleList } from '../../views.ts';
import type { DraftState } from './state.ts';

const words = t.draft.editors;
const nothing = z.object({});

/** Who else may edit the draft; whoever began it lets them in. */
export function Editors({ draft, view }: { draft: DraftState; view: DraftView }) {
  return (
    <Fold summary={words.title}>
      <div class="stack">
        {view.editors.length === 0 ? (
          <p class="soft">{words.only}</p>
        ) : (
          <ul class="rows">
            {view.editors.map((editor) => (
              <Editor key={editor.memberId} draft={draft} view={view} editor={editor} />
            ))}
          </ul>
        )}
        {view.isMine && <LetIn draft={draft} view={view} />}
      </div>
    </Fold>
  );
}

const changed = async (draft: DraftState) => {
  await draft.flush();
  await draft.refresh();
};

interface EditorProps {
  draft: DraftState;
  view: DraftView;
  editor: NamedMember;
}

function Editor({ draft, view, editor }: EditorProps) {
  const { busy, failure, attempt } = useAttempt();
  const name = editor.name ?? t.draft.formerly;
  const remove = () =>
    attempt(async () => {
      await commandWith('delete', `/api/drafts/${view.draftId}/editors/${editor.memberId}`, {}, nothing);
      showToast(words.removed(name));
      await changed(draft);
    });
  return (
    <li class="entry">
      <strong>{name}</strong>
      {view.isMine && (
        <Button label={words.remove(name)} busy={busy} onPress={remove}>
          {t.draft.parts.remove}
        </Button>
      )}
      <FormFailure failure={failure} />
    </li>
  );
}

function LetIn({ draft, view }: { draft: DraftState; view: DraftView }) {
  const [workshopId, setWorkshopId] = useState(myWorkshops.value[0]?.workshopId ?? '');
  const [chosen, setChosen] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const people = useResource(workshopId === '' ? null : `/api/workshops/${workshopId}/people`, peopleList);
  const inAlready = new Set([me.value?.memberId, ...view.editors.map(({ memberId }) => memberId)]);
  const others = (people.value.value?.people ?? []).filter(
    ({ memberId, erased, requested }) => !inAlready.has(memberId) && !erased && requested === null,
  );
  const name = others.find(({ memberId }) => memberId === chosen)?.name ?? t.draft.formerly;
  const letIn = () =>
    attempt(async () => {
      await post(`/api/drafts/${view.draftId}/editors`, { memberId: chosen }, nothing);
      showToast(words.letIn(name));
      setChosen('');
      await changed(draft);
    });
  if (myWorkshops.value.length === 0) return <p class="soft">{words.nobody}</p>;
  return (
    <div class="stack narrow">
      {myWorkshops.value.length > 1 && (
        <SelectField
          label={words.workshop}
          value={workshopId}
          options={myWorkshops.value.map((each) => ({ value: each.workshopId, label: each.name }))}
          onValue={(workshop) => {
            setWorkshopId(workshop);
            setChosen('');
          }}
        />
      )}
      <SelectField
        label={words.invite}
        value={chosen}
        options={[
          { value: '', label: others.length === 0 ? words.nobody : words.choose },
          ...others.map((person) => ({ value: person.memberId, label: person.name ?? t.draft.formerly })),
        ]}
        onValue={setChosen}
      />
      <FormFailure failure={failure} />
      {chosen !== '' && (
        <div>
          <Button busy={busy} onPress={letIn}>
            {words.let}
          </Button>
        </div>
      )}
    </div>
  );
}
