import { designView, revisionView } from '../../../shared/designs/designViews.ts';
import { whereUsedView } from '../../../shared/designs/listViews.ts';
import type { NamedRevision } from '../../../shared/designs/naming.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { useStartDraft } from '../page/startDraft.ts';
import { pathOfRevision } from './pins.ts';

/** So many designs that use it are looked at. */
const MOST = 12;

interface TakeNewerProps {
  /** Two revisions of one design, the older first. */
  one: NamedRevision;
  other: NamedRevision;
}

/** For those whose design has the older one as a part: one press takes the newer into their next revision. */
export function TakeNewer({ one, other }: TakeNewerProps) {
  const isNewest = one.designId === other.designId && other.revision === other.latest;
  if (!me.value || !isNewest || one.revision >= other.revision) return null;
  return <Users one={one} newer={other} />;
}

function Users({ one, newer }: { one: NamedRevision; newer: NamedRevision }) {
  const view = useResource(`/api/designs/${one.designId}/where-used`, whereUsedView);
  const users = (view.value.value?.uses ?? []).filter(
    ({ by, revision, level }) => level === 1 && revision < newer.revision && by.revision === by.latest,
  );
  return (
    <>
      {users.slice(0, MOST).map(({ by }) => (
        <User key={by.designId} by={by} newer={newer} />
      ))}
    </>
  );
}

function User({ by, newer }: { by: NamedRevision; newer: NamedRevision }) {
  const design = useResource(`/api/designs/${by.designId}`, designView);
  const revision = useResource(pathOfRevision({ designId: by.designId, revision: by.latest }), revisionView);
  const { busy, take } = useStartDraft();
  const [known, view] = [design.value.value, revision.value.value];
  if (!known?.mine.maintains || !view) return null;
  return (
    <div class="note stack" data-tone="soon">
      <p>{t.lineage.usesOlder(by.title, newer.title)}</p>
      <Button busy={busy} onPress={() => take(known, view, newer)}>
        {t.lineage.takeInto(newer.latest, by.title)}
      </Button>
    </div>
  );
}
