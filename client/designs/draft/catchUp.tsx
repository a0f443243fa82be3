import { type DraftView, draftSaved } from '../../../shared/designs/draftViews.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { addressOf } from '../../addresses.ts';
import { post } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { randomId } from '../../randomId.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import type { DraftState } from './state.ts';

const words = t.draft.catchUp;

/** Another maintainer published a revision after this draft was begun: it is taken in first. */
export function CatchUp({ draft, view }: { draft: DraftState; view: DraftView }) {
  const { busy, failure, attempt } = useAttempt();
  const { base } = view;
  if (view.designId === null || base === null || base.latest <= base.revision) return null;
  const latest = { designId: base.designId, revision: base.latest };
  const take = () =>
    attempt(async () => {
      await draft.flush();
      await post(`/api/drafts/${view.draftId}/catch-up`, { saveId: randomId() }, draftSaved);
      await draft.takeOver();
    });
  return (
    <div class="note stack" data-tone="soon">
      <p>{words.out(base.latest)}</p>
      <div class="buttons">
        <Button busy={busy} onPress={take}>
          {words.take(base.latest)}
        </Button>
        <ButtonLink href={addressOf.compare(base, latest)}>{t.draft.parts.newerCompare}</ButtonLink>
      </div>
      <FormFailure failure={failure} />
    </div>
  );
}
