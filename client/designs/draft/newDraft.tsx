import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import { draftSaved, draftView } from '../../../shared/designs/draftViews.ts';
import { commonLicences } from '../../../shared/licences/choices.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { addressOf } from '../../addresses.ts';
import { post } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { languageHere } from '../../catalogue/language.ts';
import { randomId } from '../../randomId.ts';
import { AskForm } from '../../ui/askForm.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { licenceOptions } from './licenceField.tsx';

const words = t.draft;
const FIRST_LICENCE = commonLicences[0]?.expression ?? '';

interface NewDraftProps {
  /** The title that stands there at first. */
  first?: string;
  /** The page that opens then; usually the draft's. */
  leadsTo?: (draftId: string) => string;
}

/** A design that begins here: a title and a licence are enough. */
export function NewDraft({ first = '', leadsTo = addressOf.draft }: NewDraftProps) {
  const { route } = useLocation();
  const [title, setTitle] = useState(first);
  const [licence, setLicence] = useState(FIRST_LICENCE);
  const { busy, failure, attempt } = useAttempt();
  const begin = () =>
    attempt(async () => {
      const { draftId, content, version } = await post('/api/drafts', { draftId: randomId() }, draftView);
      const wanted = { ...EMPTY_CONTENT, title: title.trim(), licence, language: languageHere() };
      const changes = changesBetween(content, wanted);
      const body = { saveId: randomId(), changes, version };
      if (changes.length > 0) await post(`/api/drafts/${draftId}/changes`, body, draftSaved);
      route(leadsTo(draftId));
    });
  return (
    <AskForm width="narrow" submitLabel={words.list.beginIt} onSubmit={begin} busy={busy} failure={failure}>
      <p class="soft">{words.list.beginHint}</p>
      <TextField label={words.about.title} value={title} maxLength={120} required onValue={setTitle} />
      <SelectField
        label={words.about.licence}
        hint={words.about.licenceHint}
        value={licence}
        options={licenceOptions(
          commonLicences.map(({ expression }) => expression),
          licence,
        )}
        onValue={setLicence}
      />
    </AskForm>
  );
}
