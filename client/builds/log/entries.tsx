import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { UnkeptList } from '../../offline/unkeptList.tsx';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Entry } from './entry.tsx';
import type { ShownLog } from './pending.ts';
import { WaitingActs } from './waitingActs.tsx';

const words = t.buildLog.entries;
/** An old phone draws no thousand pictures. */
const AT_ONCE = 30;

interface EntriesProps {
  build: BuildView;
  shown: ShownLog;
  onChanged: () => void;
}

/** All entries, newest first. */
export function Entries({ build, shown, onChanged }: EntriesProps) {
  const [most, setMost] = useState(AT_ONCE);
  const rest = shown.log.length - most;
  return (
    <PageSection title={words.title}>
      {build.status !== 'open' && <UnkeptList under={`/api/builds/${build.buildId}/`} />}
      <WaitingActs acts={shown.acts.filter(({ refusal }) => refusal === null || build.status !== 'open')} />
      {shown.log.length === 0 && <p class="soft">{words.none}</p>}
      <ol class="rows">
        {shown.log.slice(0, most).map((entry) => (
          <Entry key={entry.key} build={build} shown={shown} entry={entry} onChanged={onChanged} />
        ))}
      </ol>
      {rest > 0 && (
        <div>
          <Button onPress={() => setMost(most + AT_ONCE)}>{words.older(rest)}</Button>
        </div>
      )}
    </PageSection>
  );
}
