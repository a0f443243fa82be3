import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { deferred } from '../../frame/deferred.tsx';
import { keptAs } from '../../offline/keptAs.ts';
import { unsent } from '../../offline/unsent.ts';
import { me } from '../../session.ts';
import { duration } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageSection } from '../../ui/page.tsx';
import { useCommand } from '../../useCommand.ts';
import { peopleInWords } from '../words.ts';

const words = t.buildLog.people;
const NoteWork = deferred(async () => (await import('../../work/noteWork.tsx')).NoteWork);

interface HandSectionProps {
  build: BuildView;
  onChanged: () => void;
}

/** Who takes part, and the time that one notes for oneself; nobody is ranked. */
export function HandSection({ build, onChanged }: HandSectionProps) {
  const [noting, setNoting] = useState(false);
  const { busy, give } = useCommand({ failures: 'toast' });
  const { buildId, name, timeZone, handList, contributors, minutes, mine, status, allowedActions } = build;
  const may = allowedActions.includes('build.write');
  const move = (path: string, done: string) =>
    give({
      method: 'post',
      path: `/api/builds/${buildId}/${path}`,
      body: {},
      done,
      keepAs: keptAs(done),
      after: onChanged,
    });
  // What one said last stands, also before it is sent.
  const said = unsent.value
    .filter(({ path, refusal }) => refusal === null && path.startsWith(`/api/builds/${buildId}/hands`))
    .at(-1);
  const isIn = said ? said.path.endsWith('/hands') : mine;
  return (
    <PageSection title={words.title}>
      <p>{handList.length === 0 ? words.nobody : words.with(peopleInWords(handList))}</p>
      {said && <p class="small soft">{t.buildLog.entries.waiting}</p>}
      {contributors.length > 0 && <p class="soft">{words.contributors(peopleInWords(contributors))}</p>}
      {minutes.hands > 0 && <p>{words.time(duration(Math.round(minutes.hands)))}</p>}
      {me.value && (
        <div class="buttons">
          {may && status === 'open' && !isIn && (
            <Button busy={busy} onPress={() => move('hands', words.joined)}>
              {words.join}
            </Button>
          )}
          <Button onPress={() => setNoting(true)}>{words.note}</Button>
          {may && status === 'open' && isIn && (
            <Button kind="quiet" busy={busy} onPress={() => move('hands/leave', words.left)}>
              {words.leave}
            </Button>
          )}
        </div>
      )}
      {noting && (
        <Dialog title={words.note} onClose={() => setNoting(false)}>
          <NoteWork
            subjects={[{ subject: { kind: 'build', buildId }, name }]}
            timeZone={timeZone}
            onDone={() => {
              setNoting(false);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </PageSection>
  );
}
