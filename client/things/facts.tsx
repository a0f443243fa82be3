import type { ThingView } from '../../shared/items/views.ts';
import { t } from '../catalogue/buildTexts.ts';
import { lengthInWords, massInWords } from '../designs/figures.ts';
import { measuresOf } from '../designs/words.ts';
import { PageSection } from '../ui/page.tsx';

const words = t.things;

/** What it is: by what to order it, of what, how large, and what it fits. */
export function Facts({ thing }: { thing: ThingView }) {
  const { description, measures, provenance } = thing;
  const { specification, material, massKilograms } = description;
  const facts: [string, string][] = [
    [words.specification, specification],
    [words.material, material],
    [words.mass, massKilograms === null ? '' : massInWords(massKilograms)],
    ...measures.sizes.map(({ name, millimetres }): [string, string] => [
      words.sizes[name],
      lengthInWords(millimetres),
    ]),
    ...measures.interfaces.map((face): [string, string] => [
      face.name || t.quantities.interfaces[face.kind],
      measuresOf(face),
    ]),
    [words.provenance, words.provenances[provenance]],
  ];
  return (
    <PageSection title={words.facts}>
      <dl class="thing-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value], index) => (
            <div key={`${index} ${label}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {measures.from !== null && measures.from !== 'itself' && (
        <p class="soft small">{words.measuresFrom[measures.from]}</p>
      )}
    </PageSection>
  );
}
