import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { commandReply } from '../../../shared/commandReply.ts';
import { draftContent } from '../../../shared/designs/content.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import { addressOfFile } from '../../../shared/files/kinds.ts';
import { useAttempt } from '../../account/useAttempt.ts';
import { addressOf } from '../../addresses.ts';
import { commandWith } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me, myWorkshops } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { PageSection } from '../../ui/page.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CatchUp } from './catchUp.tsx';
import { changeInWords, toldChanges } from './changeWords.ts';
import { Contradictions } from './contradictions.tsx';
import { DraftText } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';
import { Editors } from './editors.tsx';
import { FixedProblems } from './fixedProblems.tsx';
import { pictureModel } from './modelPicture.ts';
import { TitleField } from './titleField.tsx';

const words = t.draft.publish;
const MOST_TOLD = 40;
const MOST_WORDS = 5000;
const NOWHERE = '';

/** What would be published, what stands against it, and the one button. */
export function PublishSection({ draft, content, view, onShow }: SectionProps) {
  const { route } = useLocation();
  const { busy, failure, attempt } = useAttempt();
  const [workshopId, setWorkshopId] = useState(myWorkshops.value[0]?.workshopId ?? NOWHERE);
  const [fixes, setFixes] = useState<readonly string[]>([]);
  const keeping = draft.keeping.value.is;
  useEffect(() => {
    // What stands against publishing is for the server to say, of what has arrived there.
    draft
      .flush()
      .then(() => draft.refresh())
      .catch(() => undefined);
  }, [draft]);
  const isNew = view.designId === null;
  const isMine = view.isMine;
  const hindrances = keeping === 'saved' ? view.hindrances : [];
  const publish = () =>
    attempt(async () => {
      await pictureModel(draft);
      await draft.flush();
      // What has not arrived would be missing: the line above says why, and it is tried again by itself.
      if (draft.keeping.value.is !== 'saved' || draft.conflicts.value.length > 0) return;
      const { version } = draft.view.value ?? view;
      const body = { version, workshopId: isNew && workshopId !== NOWHERE ? workshopId : null, fixes };
      const path = `/api/drafts/${view.draftId}/publish`;
      const reply = await commandWith('post', path, body, commandReply).catch(async (refusal) => {
        // Somebody else may have changed it: what they wrote is shown before it is tried again.
        await draft.refresh().catch(() => undefined);
        throw refusal;
      });
      draft.close();
      showToast(words.published(content.title));
      route(addressOf.design(reply.id));
    });
  return (
    <div class="stack measure">
      <p class="soft">{words.line}</p>
      {hindrances.length > 0 && (
        <div class="note stack" data-tone="danger">
          <h2>{words.hindrances}</h2>
          <ul>
            {hindrances.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Button onPress={() => onShow('about', null)}>{words.show}</Button>
        </div>
      )}
      <CatchUp draft={draft} view={view} />
      {view.forkOf && <TitleField draft={draft} content={content} view={view} />}
      <WhatChanges draft={draft} content={content} view={view} />
      <Contradictions draftId={view.draftId} contradictions={view.contradictions} onShow={onShow} />
      {isNew && (
        <SelectField
          label={words.home}
          value={workshopId}
          options={[
            ...myWorkshops.value.map(({ workshopId: value, name }) => ({ value, label: name })),
            { value: NOWHERE, label: words.nowhere },
          ]}
          onValue={setWorkshopId}
        />
      )}
      {view.designId !== null && <FixedProblems designId={view.designId} fixes={fixes} onFixes={setFixes} />}
      <PageSection title={words.author}>
        <ul>
          <li>{words.authorYou(me.value?.name ?? t.words.you)}</li>
          {content.attributions.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      </PageSection>
      <FormFailure failure={failure} />
      {(keeping === 'offline' || keeping === 'refused') && <p role="alert">{words.unsaved}</p>}
      {draft.conflicts.value.length > 0 && <p role="alert">{words.unsettled}</p>}
      {isMine && (
        <Button
          kind="main"
          wide
          busy={busy || draft.conflicts.value.length > 0 || keeping === 'offline' || keeping === 'refused'}
          onPress={publish}
        >
          {isNew ? words.publish : words.publishRevision((view.base?.latest ?? 0) + 1)}
        </Button>
      )}
      <Editors draft={draft} view={view} />
    </div>
  );
}

/** Every change since the revision that the draft started from, in words, and the author's own words for it. */
function WhatChanges({ draft, content, view }: Pick<SectionProps, 'draft' | 'content' | 'view'>) {
  const base = useResource(
    view.baseContentId === null ? null : addressOfFile(view.baseContentId),
    draftContent,
  );
  const before = base.value.value;
  const told = useMemo(() => {
    if (!before) return null;
    const changes = toldChanges(changesBetween(before, content));
    const sentences = changes
      .slice(0, MOST_TOLD)
      .map((change) => changeInWords(change, change.kind === 'remove' ? before : content));
    return { sentences, more: Math.max(0, changes.length - MOST_TOLD) };
  }, [before, content]);
  const prefill = () => {
    const lines = (told?.sentences ?? []).map((sentence) => `- ${sentence}.`);
    draft.set(['changes'], lines.join('\n').slice(0, MOST_WORDS));
  };
  return (
    <>
      {told && view.base && (
        <PageSection title={words.changed}>
          <p class="soft">{words.changedSince(view.base.title, view.base.revision)}</p>
          {told.sentences.length === 0 ? (
            <p>{words.nothingChanged}</p>
          ) : (
            <ul>
              {told.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              {told.more > 0 && <li>{words.moreChanges(told.more)}</li>}
            </ul>
          )}
        </PageSection>
      )}
      <DraftText
        draft={draft}
        at={['changes']}
        label={words.words}
        hint={words.wordsHint}
        maxLength={MOST_WORDS}
        rows={4}
      />
      {told && told.sentences.length > 0 && content.changes === '' && (
        <div>
          <Button onPress={prefill}>{words.prefill}</Button>
        </div>
      )}
    </>
  );
}
