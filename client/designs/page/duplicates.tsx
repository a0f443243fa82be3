import { useEffect, useState } from 'preact/hooks';
import { designList } from '../../../shared/designs/catalogueViews.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { useResource } from '../../resource.ts';
import { me } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Fold, PageSection } from '../../ui/page.tsx';
import type { SectionProps } from './useDesign.ts';
import { useTalkCommand } from './useTalk.ts';

const words = t.designPage.duplicates;
/** So long nothing more has to be typed before it is looked for, milliseconds. */
const PAUSE = 250;
const OFFERED = 5;

type DuplicatesProps = Pick<SectionProps, 'design' | 'onChanged'>;

/** Designs that are said to be of the same thing, and the way to say so. */
export function Duplicates({ design, onChanged }: DuplicatesProps) {
  const { designId, duplicates, mine, latest } = design;
  const { busy, give } = useTalkCommand({
    designId,
    latest,
    revision: latest,
    maintains: mine.maintains,
    onChanged,
  });
  if (!me.value && duplicates.length === 0) return null;
  return (
    <PageSection title={words.title}>
      <ul class="rows">
        {duplicates.map(({ designId: of, title }) => (
          <li key={of} class="said-and-way">
            <a href={addressOf.design(of)}>{title}</a>
            {mine.maintains && (
              <Button
                kind="quiet"
                busy={busy}
                label={words.notTheSame(title)}
                onPress={() => give({ path: `duplicates/${of}/take-back`, body: {}, done: words.takenBack })}
              >
                {words.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {me.value && (
        <Fold summary={words.declare}>
          <Choose
            besides={[designId, ...duplicates.map((each) => each.designId)]}
            busy={busy}
            onChoose={(of, title) => give({ path: 'duplicates', body: { of }, done: words.declared(title) })}
          />
        </Fold>
      )}
    </PageSection>
  );
}

interface ChooseProps {
  /** Designs that are no choice. */
  besides: readonly string[];
  busy: boolean;
  onChoose: (designId: string, title: string) => void;
}

function Choose({ besides, busy, onChoose }: ChooseProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const path = asked === '' ? null : `/api/designs?limit=20&q=${encodeURIComponent(asked)}`;
  const found = useResource(path, designList).value.value?.designs ?? [];
  const offered = found.filter(({ designId }) => !besides.includes(designId)).slice(0, OFFERED);
  return (
    <div class="stack narrow">
      <TextField
        label={words.which}
        type="search"
        autocomplete="off"
        maxLength={120}
        value={typed}
        onValue={setTyped}
      />
      {asked !== '' && found.length === 0 && <p class="soft">{t.designs.list.noneFits}</p>}
      <div class="buttons">
        {offered.map(({ designId, summary }) => (
          <Button
            key={designId}
            busy={busy}
            label={words.isSame(summary.title)}
            onPress={() => onChoose(designId, summary.title)}
          >
            {summary.title}
          </Button>
        ))}
      </div>
    </div>
  );
}
