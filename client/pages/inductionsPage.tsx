import { type InductionView, inductionList } from '../../shared/competences/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useNow } from '../clock.ts';
import { GivenHere } from '../inductions/givenHere.tsx';
import { InductionRow } from '../inductions/inductionRow.tsx';
import { topicsOfInductions } from '../inductions/topics.ts';
import { useResource } from '../resource.ts';
import { myWorkshops } from '../session.ts';
import { EmptyState } from '../ui/emptyState.tsx';
import { PageFrame, PageSection } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { ZoneLines } from '../ui/zoneLine.tsx';

const words = t.inductions;

/** Inductions to come, one's own first; below, those that one gives oneself. */
export function InductionsPage() {
  const inductions = useResource('/api/inductions', inductionList, topicsOfInductions);
  const now = useNow(inductions.refetch);
  const trains = myWorkshops.value.filter(({ roles }) => roles.includes('trainer'));
  return (
    <PageFrame title={words.title} line={words.line}>
      <Shown resource={inductions}>
        {({ inductions: all }) => {
          const mine = all.filter((one) => one.mine !== null);
          const others = all.filter((one) => one.mine === null);
          return (
            <>
              <ZoneLines timeZones={all.map(({ timeZone }) => timeZone)} now={now} />
              {mine.length > 0 && (
                <Rows title={words.yours} inductions={mine} onChanged={inductions.refetch} />
              )}
              {all.length === 0 && <EmptyState text={words.none} />}
              {others.length > 0 && (
                <Rows title={words.toCome} inductions={others} onChanged={inductions.refetch} />
              )}
            </>
          );
        }}
      </Shown>
      {trains.map(({ workshopId }) => (
        <GivenHere key={workshopId} workshopId={workshopId} onChanged={inductions.refetch} />
      ))}
    </PageFrame>
  );
}

interface RowsProps {
  title: string;
  inductions: readonly InductionView[];
  onChanged: () => void;
}

function Rows({ title, inductions, onChanged }: RowsProps) {
  return (
    <PageSection title={title}>
      <ul class="rows">
        {inductions.map((one) => (
          <InductionRow key={one.inductionId} induction={one} onChanged={onChanged} />
        ))}
      </ul>
    </PageSection>
  );
}
