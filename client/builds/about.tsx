import { useState } from 'preact/hooks';
import type { BuildView } from '../../shared/builds/views.ts';
import type { NamedThing } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { ThingChooser } from '../things/acts/thingChooser.tsx';
import { AskForm } from '../ui/askForm.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.buildAbout;

interface AboutProps {
  build: BuildView;
  onChanged: () => void;
}

/** What a build is about, in the words of those who began it; put right later, too. */
export function BuildAbout({ build, onChanged }: AboutProps) {
  const [isOpen, setOpen] = useState(false);
  const { note, startedBy, allowedActions } = build;
  const may = allowedActions.includes('build.write');
  if (!may && !note) return null;
  return (
    <PageSection
      title={words.title}
      action={
        may && (
          <Button kind="quiet" label={words.correctOf(build.name)} onPress={() => setOpen(true)}>
            {words.correct}
          </Button>
        )
      }
    >
      {note ? <p class="log-words">{note}</p> : <p class="soft">{words.none}</p>}
      {startedBy.name && <p class="soft small">{words.begunBy(startedBy.name)}</p>}
      {isOpen && <CorrectBuild build={build} onClose={() => setOpen(false)} onChanged={onChanged} />}
    </PageSection>
  );
}

/** Only what is mended or changed is named later; what is taken apart was known from the start. */
const mayNameThing = ({ kind, status }: BuildView) =>
  status === 'open' && (kind === 'repair' || kind === 'modify');

function CorrectBuild({ build, onClose, onChanged }: AboutProps & { onClose: () => void }) {
  const [name, setName] = useState(build.name);
  const [note, setNote] = useState(build.note ?? '');
  const [subject, setSubject] = useState<NamedThing | null>(() =>
    build.subject ? { ...build.subject, code: null } : null,
  );
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const submit = () =>
    give({
      method: 'put',
      path: `/api/builds/${build.buildId}`,
      ifMatch: build.describedRevision,
      body: {
        name: name.trim(),
        note: note.trim(),
        ...(mayNameThing(build) ? { subjectId: subject?.itemId ?? null } : {}),
      },
      done: words.corrected(name.trim()),
      after: (reply) => {
        if (reply) onClose();
        onChanged();
      },
    });
  return (
    <Dialog title={words.correctOf(build.name)} onClose={onClose}>
      <AskForm submitLabel={words.save} kind="main" busy={busy} failure={failure} onSubmit={submit}>
        <TextField label={words.name} required maxLength={80} value={name} onValue={setName} />
        {mayNameThing(build) && (
          <ThingChooser label={words.toWhat} except="" chosen={subject} onChosen={setSubject} />
        )}
        <TextArea label={words.note} value={note} onValue={setNote} />
      </AskForm>
    </Dialog>
  );
}
