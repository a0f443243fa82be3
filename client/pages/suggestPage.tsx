import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { type DesignView, designView } from '../../shared/designs/designViews.ts';
import { comparisonView } from '../../shared/designs/lineageViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { addressOf } from '../addresses.ts';
import { tryOut } from '../api.ts';
import { t } from '../catalogue/designTexts.ts';
import { ChangedSections } from '../designs/compare/changedSections.tsx';
import { isSamePin, pinFrom } from '../designs/compare/pins.ts';
import { sectionsOf } from '../designs/compare/sections.ts';
import { useSides } from '../designs/compare/useSides.ts';
import { offeredChanges } from '../designs/suggest/offered.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { AskForm } from '../ui/askForm.tsx';
import { EmptyState } from '../ui/emptyState.tsx';
import { SelectField, TextArea } from '../ui/field.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.lineage;

/** What one changed in a fork is offered to the design that it came from. */
export function SuggestPage({ params, query }: PageProps) {
  const designId = params.designId ?? '';
  const design = useResource(`/api/designs/${designId}`, designView, [`design-${designId}`]);
  const known = design.value.value;
  return (
    <PageFrame title={known ? words.suggestTo(known.summary.title) : words.suggest} line={words.suggestLine}>
      <Shown resource={design}>{(view) => <ChooseFork design={view} asked={pinFrom(query.from)} />}</Shown>
    </PageFrame>
  );
}

const pinText = ({ designId, revision }: PinnedRevision) => `${designId}:${revision}`;

function ChooseFork({ design, asked }: { design: DesignView; asked: PinnedRevision | null }) {
  const { route } = useLocation();
  const forks = design.mine.maySuggestFrom;
  const from = asked ?? forks[0] ?? null;
  if (!from) return <EmptyState text={words.suggestNothing(design.summary.title)} />;
  const isListed = forks.some((each) => isSamePin(each, from));
  return (
    <>
      {forks.length > 1 && isListed && (
        <SelectField
          label={words.suggestFrom}
          value={pinText(from)}
          options={forks.map((fork) => ({
            value: pinText(fork),
            label: t.designPage.parts.design(fork.title, fork.revision),
          }))}
          onValue={(value) => {
            const chosen = pinFrom(value);
            if (chosen) route(addressOf.suggest(design.designId, chosen), true);
          }}
        />
      )}
      <Offer key={pinText(from)} design={design} from={from} />
    </>
  );
}

function Offer({ design, from }: { design: DesignView; from: PinnedRevision }) {
  const newest = { designId: design.designId, revision: design.latest };
  const against = useResource(compared(newest, from), comparisonView);
  const known = against.value.value;
  const common = known?.common ?? null;
  const since = useResource(common && compared(common, from), comparisonView);
  const sides = useSides(common, from);
  const changes = since.value.value?.changes;
  const sections = useMemo(
    () => (changes && sides ? sectionsOf(offeredChanges(changes), sides) : null),
    [changes, sides],
  );
  if (known && common === null) return <EmptyState text={words.nothingInCommon} />;
  if (sections?.length === 0) return <EmptyState text={words.suggestNothing(design.summary.title)} />;
  return (
    <>
      <Send design={design} from={from} />
      <h2>{words.offered}</h2>
      {sections && sides ? (
        <ChangedSections sections={sections} sides={sides} />
      ) : (
        <Shown resource={against}>{() => <PageLoading />}</Shown>
      )}
    </>
  );
}

const compared = (one: PinnedRevision, other: PinnedRevision) =>
  `/api/compare?one=${pinText(one)}&other=${pinText(other)}`;

function Send({ design, from }: { design: DesignView; from: PinnedRevision }) {
  const { route } = useLocation();
  const [message, setMessage] = useState('');
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const before = useAttempt();
  const path = `/api/designs/${design.designId}/suggestions`;
  const pin = { designId: from.designId, revision: from.revision };
  useEffect(() => {
    // What stands against it shows before anything is written.
    before.attempt(() => tryOut('post', path, { from: pin, message: '' }));
  }, []);
  const send = async () => {
    const reply = await give({ method: 'post', path, body: { from: pin, message }, done: words.sent });
    if (reply) route(addressOf.suggestion(design.designId, reply.id));
  };
  return (
    <AskForm
      submitLabel={words.send}
      kind="main"
      onSubmit={send}
      busy={busy}
      failure={failure ?? before.failure}
      width="measure"
    >
      <TextArea label={words.message} hint={words.messageHint} value={message} onValue={setMessage} />
    </AskForm>
  );
}
