import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { partLinesFrom } from '../../../shared/assemblies/partLines.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import type { DesignView, RevisionView } from '../../../shared/designs/designViews.ts';
import { changesBetween } from '../../../shared/designs/differences.ts';
import { addressOf } from '../../addresses.ts';
import { t } from '../../catalogue/designTexts.ts';
import { me } from '../../session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PageSection } from '../../ui/page.tsx';
import { takeAlternative } from '../../workbench/gestures/settings.ts';
import { thingName } from '../../workbench/names.ts';
import type { ShownAssembly } from './shownAssembly.ts';
import { useStartDraft } from './startDraft.ts';

const MOST_PLACES = 30;
const ITSELF = '';

interface ModelTryProps {
  shown: ShownAssembly;
  design: DesignView;
  view: RevisionView;
}

/** Values and alternatives to try out without publishing anything, and the way to a fork with them. */
export function ModelTry({ shown, design, view }: ModelTryProps) {
  const words = t.designModel.trying;
  const { parameters, instances } = shown.published;
  const [most, setMost] = useState(MOST_PLACES);
  const places = instances.filter(({ alternatives }) => alternatives.length > 0);
  if (parameters.length + places.length === 0) return null;
  return (
    <PageSection title={words.title}>
      <p class="soft">{words.line}</p>
      <div class="model-tries">
        {parameters.map(({ id, name, value, unit }) => (
          <TextField
            key={id}
            label={unit ? `${name} (${unit})` : name}
            value={shown.numbers.value[id] ?? value}
            maxLength={120}
            autocomplete="off"
            onValue={(tried) => shown.tryNumber(id, tried)}
          />
        ))}
        {places.slice(0, most).map((instance) => (
          <SelectField
            key={instance.id}
            label={words.instead(thingName(instance, shown.designs))}
            value={shown.choices.value[instance.id] ?? ITSELF}
            options={[
              { value: ITSELF, label: thingName(instance, shown.designs) },
              ...instance.alternatives.map((each) => ({
                value: each.id,
                label: thingName(each, shown.designs),
              })),
            ]}
            onValue={(chosen) => shown.tryAlternative(instance.id, chosen === ITSELF ? null : chosen)}
          />
        ))}
      </div>
      {places.length > most && <Button onPress={() => setMost(most + MOST_PLACES)}>{words.more}</Button>}
      {shown.isTried.value && <Tried shown={shown} design={design} view={view} />}
    </PageSection>
  );
}

function Tried({ shown, design, view }: ModelTryProps) {
  const words = t.designModel.trying;
  const { busy, forkWith } = useStartDraft();
  const { path } = useLocation();
  const of = { designId: design.designId, revision: view.revision };
  return (
    <div class="buttons">
      <Button onPress={() => shown.asPublished()}>{words.back}</Button>
      {me.value ? (
        <Button
          busy={busy || shown.isMaking.value}
          onPress={() => forkWith(of, changesBetween(shown.published, triedContent(shown)))}
        >
          {words.fork}
        </Button>
      ) : (
        <ButtonLink href={addressOf.signIn(path)}>{words.signIn}</ButtonLink>
      )}
    </div>
  );
}

/** The content with what is tried out in it, and the parts list that follows. */
function triedContent({ content, choices, designs }: ShownAssembly): DraftContent {
  let tried: DraftContent = content.peek();
  for (const [instance, chosen] of Object.entries(choices.peek()))
    tried = takeAlternative(instance, chosen)(tried);
  return { ...tried, parts: partLinesFrom(tried, designs) };
}
