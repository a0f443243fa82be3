import '../machines/story.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StoryEntry, ThingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { keptAs } from '../offline/keptAs.ts';
import { todayIn, wallIn } from '../time/zone.ts';
import { dayWord } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { Sentence } from './sentence.tsx';
import { detailsOf, partyInWords, sentenceFor } from './words.ts';

const words = t.thingStory;
/** Entries in sight at first. */
const FIRST = 6;

interface ThingStoryProps {
  thing: ThingView;
  onChanged: () => void;
}

/** What happened to it, newest first, each with the way to whom and what it names. */
export function ThingStory({ thing, onChanged }: ThingStoryProps) {
  const [whole, setWhole] = useState(false);
  const { story } = thing;
  const shown = whole ? story : story.slice(0, FIRST);
  return (
    <PageSection title={words.title}>
      {story.length === 0 && <p class="soft">{words.none}</p>}
      <ol class="story">
        {shown.map((entry, index) => (
          <Entry
            key={`${entry.writtenAt} ${entry.type} ${index}`}
            thing={thing}
            entry={entry}
            onChanged={onChanged}
          />
        ))}
      </ol>
      {shown.length < story.length && (
        <div>
          <Button onPress={() => setWhole(true)}>{words.more}</Button>
        </div>
      )}
    </PageSection>
  );
}

function Entry({ thing, entry, onChanged }: ThingStoryProps & { entry: StoryEntry }) {
  const details = detailsOf(entry, thing.timeZone);
  const { date, time } = wallIn(entry.at, thing.timeZone);
  const today = todayIn(thing.timeZone, Date.now());
  return (
    <li data-stands={entry.stands ? undefined : 'no'}>
      <time dateTime={entry.at}>{date === today ? time : dayWord(date, today)}</time>
      <span>
        <Sentence text={sentenceFor(entry)} put={namesIn(entry)} />
        {details.length > 0 && <span class="soft"> {details.join(' · ')}.</span>}
        {!entry.stands && <span class="soft"> {words.takenBack}.</span>}
      </span>
      {entry.inferred && <span class="soft small">{words.inferred}</span>}
      {entry.text && <q>{entry.text}</q>}
      {mayBeTakenBack(entry, thing) && <TakeFittingBack thing={thing} entry={entry} onChanged={onChanged} />}
    </li>
  );
}

/** Everything that a sentence of the story may name. */
const namesIn = (entry: StoryEntry): Record<string, ComponentChildren> => ({
  by: entry.by === null ? t.words.somebody : (entry.by.name ?? t.words.formerMember),
  thing: entry.other && <a href={addressOf.thing(entry.other.itemId)}>{entry.other.name}</a>,
  build: entry.buildId && <a href={addressOf.build(entry.buildId)}>{words.build}</a>,
  place: (
    <>
      {entry.workshop && <a href={addressOf.workshop(entry.workshop.workshopId)}>{entry.workshop.name}</a>}
      {entry.workshop && entry.shelf && ', '}
      {entry.shelf}
    </>
  ),
  party: entry.to && partyInWords(entry.to),
  design: entry.of && (
    <a href={addressOf.revision(entry.of.designId, entry.of.revision)}>
      {t.things.revision(entry.of.title, entry.of.revision)}
    </a>
  ),
});

/** Only the fitting in which it stands now: what came after others rests on them. */
const mayBeTakenBack = (entry: StoryEntry, thing: ThingView) =>
  entry.type === 'PartFitted' &&
  entry.stands &&
  entry.fittingId !== null &&
  thing.status === 'fitted' &&
  thing.livesIn.some(({ fittingId, until }) => fittingId === entry.fittingId && until === null) &&
  thing.allowedActions.includes('item.change');

function TakeFittingBack({ thing, entry, onChanged }: ThingStoryProps & { entry: StoryEntry }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <div>
      <Button
        kind="quiet"
        busy={busy}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/things/${thing.itemId}/fittings/${entry.fittingId}/take-back`,
            body: {},
            done: t.things.done.takeFittingBack(thing.name),
            keepAs: keptAs(t.things.done.takeFittingBack(thing.name)),
            after: onChanged,
          })
        }
      >
        {t.things.acts.takeFittingBack}
      </Button>
    </div>
  );
}
