import './lead.css';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me } from '../../session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Danger } from '../danger.tsx';
import { licenceName, meaningOf } from '../licenceWords.ts';
import { LinePicture } from '../linePicture.tsx';
import { SuggestUpstream } from '../suggest/suggestUpstream.tsx';
import { LacksLine } from './lacks.tsx';
import { useStartDraft } from './startDraft.ts';
import type { SectionProps } from './useDesign.ts';

const words = t.designPage;

/** At one glance: what it is, whether one may build it and can, and the way to a fork. */
export function Lead({ design, view, asked }: SectionProps) {
  const { summary } = view;
  const { counts } = design;
  const hasModel = (view.content?.instances.length ?? 0) > 0;
  const picture = view.content?.files.find(({ fileId }) => fileId === summary.picture);
  const readiness = summary.technologyReadiness;
  return (
    <div class="design-lead">
      <LinePicture
        fileId={summary.picture}
        drawn={hasModel ? { designId: design.designId, revision: view.revision } : null}
        alt={picture?.words || words.picture(summary.title)}
        class="design-picture lead-picture"
      />
      <div class="what">
        {summary.purpose && <p class="purpose">{summary.purpose}</p>}
        {counts.safetyProblems > 0 && (
          <p>
            <Danger>{words.safetyProblem(counts.safetyProblems)}</Danger>{' '}
            <a href={addressOf.designPart(design.designId, 'talk')}>{words.readProblems}</a>
          </p>
        )}
        {design.mine.maintains && counts.openSuggestions > 0 && (
          <p>
            <a href={addressOf.designPart(design.designId, 'lineage')}>
              {words.suggestionsWait(counts.openSuggestions)}
            </a>
          </p>
        )}
        <p>
          <strong>{licenceName(summary.licence)}</strong>{' '}
          <span class="soft">{t.designs.licence.meaning[meaningOf(summary.licence)]}</span>
        </p>
        <p>
          {readiness === null ? t.designs.noReadiness : t.draft.words.technology[readiness]}
          <span class="soft"> · {words.times(counts.built)}</span>
        </p>
        <Actions design={design} view={view} asked={asked} />
        <LacksLine designId={design.designId} />
      </div>
    </div>
  );
}

function Actions({ design, view, asked }: Pick<SectionProps, 'design' | 'view' | 'asked'>) {
  const { busy, fork, nextRevision } = useStartDraft();
  const { designId, mine } = design;
  const here = asked === null ? addressOf.design(designId) : addressOf.revision(designId, asked);
  return (
    <div class="buttons">
      <ButtonLink kind="main" href={addressOf.newBuild({ design: designId, revision: view.revision })}>
        {words.build}
      </ButtonLink>
      {!me.value && <ButtonLink href={addressOf.signIn(here)}>{words.signInToFork}</ButtonLink>}
      {me.value && mine.draftId !== null && (
        <ButtonLink href={addressOf.draft(mine.draftId)}>{words.forkOn}</ButtonLink>
      )}
      {me.value && (mine.draftId === null || mine.maintains) && (
        <Button busy={busy} onPress={() => fork({ designId, revision: view.revision })}>
          {words.fork}
        </Button>
      )}
      {me.value && mine.maintains && mine.draftId === null && (
        <Button busy={busy} onPress={() => nextRevision(designId)}>
          {words.edit}
        </Button>
      )}
      <SuggestUpstream design={design} />
    </div>
  );
}
