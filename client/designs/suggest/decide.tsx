import { useEffect, useState } from 'preact/hooks';
import type { ContentChange } from '../../../shared/designs/changes.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { SuggestionView } from '../../../shared/designs/talkViews.ts';
import { tryOut } from '../../api.ts';
import { t } from '../../catalogue/designTexts.ts';
import { RequestFailed } from '../../problem.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormFailure } from '../../ui/formFailure.tsx';
import { PageSection } from '../../ui/page.tsx';
import { useCommand } from '../../useCommand.ts';
import type { Side, Sides } from '../compare/sides.ts';
import { changeInWords } from '../draft/changeWords.ts';
import { ChangeRows } from './changeRows.tsx';
import {
  adoptBody,
  type Choice,
  counted,
  firstChoice,
  goingOver,
  type OurSide,
  undecided,
} from './choice.ts';

const words = t.lineage;
const MOST_WORDS = 5000;
const MOST_SENTENCES = 40;
/** So long nothing more has to be chosen before it is tried out, milliseconds. */
const PAUSE = 400;

interface DecideProps {
  designId: string;
  view: SuggestionView;
  sides: Sides;
  ours: Side;
  /** What the fork says as a whole. */
  fork: DesignContent;
  onDecided: () => void;
}

/** A maintainer takes all of it or some, change by change. What would stand against it shows before. */
export function Decide({ designId, view, sides, ours, fork, onDecided }: DecideProps) {
  const [choice, setChoice] = useState<Choice>(() => firstChoice(view));
  const [written, setWritten] = useState<string | null>(null);
  const { busy, failure, give } = useCommand({ failures: 'page' });
  const path = `/api/designs/${designId}/suggestions/${view.suggestionId}/adopt`;
  const open = undecided(choice, view);
  const count = counted(choice, view);
  const told = written ?? firstWords(goingOver(choice, view), fork);
  const body = adoptBody(choice, view, { onto: view.onto, words: told.trim() });
  const isReady = open.length === 0 && count.taken > 0;
  const objection = useObjection(isReady ? { path, body, ifMatch: view.entityRevision } : null);
  const all = (isTaken: boolean) =>
    setChoice({ ...choice, taken: isTaken ? firstChoice(view).taken : new Set() });
  const choosing = {
    choice,
    onTaken: (key: string, isTaken: boolean) => {
      const taken = new Set(choice.taken);
      if (isTaken) taken.add(key);
      else taken.delete(key);
      setChoice({ ...choice, taken });
    },
    onSide: (key: string, side: OurSide) =>
      setChoice({ ...choice, sides: new Map(choice.sides).set(key, side) }),
  };
  const adopt = () =>
    give({
      method: 'post',
      path,
      body,
      ifMatch: view.entityRevision,
      done: words.adopted(view.onto + 1),
      after: onDecided,
    });
  return (
    <>
      <div class="buttons">
        <Button kind="quiet" onPress={() => all(true)}>
          {words.chooseAll}
        </Button>
        <Button kind="quiet" onPress={() => all(false)}>
          {words.chooseNone}
        </Button>
      </div>
      <ChangeRows
        changes={view.changes}
        sides={sides}
        conflicts={view.conflicts}
        ours={ours}
        choosing={choosing}
        taken={null}
      />
      <PageSection title={words.adoptTitle}>
        <div class="stack measure">
          <TextArea
            label={words.words}
            hint={words.wordsHint}
            value={told}
            maxLength={MOST_WORDS}
            onValue={setWritten}
          />
          <p role="status">
            {open.length > 0 ? words.undecided(open.length) : count.taken === 0 ? words.nothingChosen : ''}
          </p>
          <FormFailure failure={failure ?? objection} />
          <Button kind="main" busy={busy || !isReady} onPress={adopt}>
            {count.taken === count.all ? words.adoptAll : words.adoptSome(count.taken, count.all)}
          </Button>
        </div>
      </PageSection>
    </>
  );
}

/** The fork's own words for what it changed; where it has none, each change that goes over as a sentence. */
function firstWords(changes: readonly ContentChange[], fork: DesignContent): string {
  if (fork.changes !== '') return fork.changes;
  const sentences = changes.slice(0, MOST_SENTENCES).map((change) => `- ${changeInWords(change, fork)}.`);
  return sentences.join('\n').slice(0, MOST_WORDS);
}

interface Asked {
  path: string;
  body: ReturnType<typeof adoptBody>;
  ifMatch: number;
}

/** What the server would say against it, asked a moment after the last choice; null where nothing is. */
function useObjection(asked: Asked | null): RequestFailed | null {
  const [objection, setObjection] = useState<RequestFailed | null>(null);
  // What is chosen decides, not the words for it.
  const key = asked && JSON.stringify([asked.path, asked.ifMatch, { ...asked.body, words: '' }]);
  useEffect(() => {
    setObjection(null);
    if (!asked) return;
    let isNew = true;
    const timer = setTimeout(async () => {
      try {
        await tryOut('post', asked.path, asked.body, { ifMatch: asked.ifMatch });
      } catch (error) {
        if (!(error instanceof RequestFailed)) throw error;
        if (isNew) setObjection(error);
      }
    }, PAUSE);
    return () => {
      isNew = false;
      clearTimeout(timer);
    };
  }, [key]);
  return objection;
}
