import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { locale } from '../catalogue/text.ts';
import { moduleName } from '../modules/words.ts';
import { hexOf } from './colours.ts';
import type { Feature } from './features.ts';
import { angleInWords, lengthInBoth, millimetresInWords } from './lengthWords.ts';
import { measureBetween } from './measure.ts';
import type { Viewer } from './viewer.ts';
import type { ViewState } from './viewState.ts';

/** Entries of a legend at most: more than that nobody tells apart. */
const MOST = 12;

/** What the colours mean, in words. */
export function Legend({ viewer, model }: { viewer: Viewer; model: Model }) {
  const words = t.viewer;
  const by = viewer.colourBy.value;
  const materials: Readonly<Record<string, string>> = t.modules.materials;
  const nameOf = (key: string | null): string => {
    if (key === null) return words.unknown;
    if (by === 'own' && key.startsWith('#')) return words.ownColour;
    if (by === 'part') return model.parts[Number(key)]?.name ?? key;
    if (by === 'module') return moduleName(key);
    return by === 'licence' ? key : (materials[key] ?? key);
  };
  const number = new Intl.NumberFormat(locale);
  return (
    <ul class="view-legend">
      {viewer.legend.value.slice(0, MOST).map(({ key, colour, count }) => (
        <li key={key ?? ''}>
          <span class="swatch" aria-hidden="true" style={{ background: hexOf(colour) }} />
          {nameOf(key)} <span class="soft">{t.quantities.pieces(number.format(count))}</span>
        </li>
      ))}
    </ul>
  );
}

const featureInWords = (feature: Feature): string => {
  const words = t.viewer;
  if (feature.kind === 'point') return words.corner;
  if (feature.kind === 'face') return words.face;
  if (feature.kind === 'circle') return words.hole(lengthInBoth(feature.diameter));
  const [from, to] = [feature.from, feature.to];
  return words.edgeLength(lengthInBoth(Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2])));
};

/** What was measured, or what to press next. */
export function Measured({ state }: { state: ViewState }) {
  const words = t.viewer;
  const [one, other] = state.measured.value;
  if (!one) return <p>{words.measureFirst}</p>;
  if (!other) return <p>{`${featureInWords(one)} ${words.measureNext}`}</p>;
  const { distance, angle, apart } = measureBetween(one, other);
  const [x, y, z] = apart;
  const along = words.along(millimetresInWords(x), millimetresInWords(y), millimetresInWords(z));
  return (
    <p>
      <strong>{words.distance(lengthInBoth(distance))}</strong> {along}
      {angle !== null && ` ${words.angle(angleInWords(angle))}`}
    </p>
  );
}

/** The selected thing by its name, told to whoever listens. */
export function Selected({ model, state }: { model: Model; state: ViewState }) {
  const words = t.viewer;
  const [first, ...others] = state.selected.value;
  if (first === undefined) return <p class="soft">{words.nothingSelected}</p>;
  if (others.length > 0) {
    return <p>{words.severalSelected(new Intl.NumberFormat(locale).format(others.length + 1))}</p>;
  }
  return <p>{words.selected(model.nodes.find(({ id }) => id === first)?.name ?? first)}</p>;
}
