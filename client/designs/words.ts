import type { DesignInterface } from '../../shared/designs/interfaces.ts';
import type { NamedMember } from '../../shared/designs/naming.ts';
import { t } from '../catalogue/sharedTexts.ts';
import { todayIn } from '../time/zone.ts';
import { dateOf, dayWord } from '../time.ts';
import { lengthInWords } from './figures.ts';

/** The day of an instant, as one says it. */
export const dayInWords = (at: string) => dayWord(dateOf(at), todayIn('UTC', Date.now()));

export const memberInWords = ({ name }: Pick<NamedMember, 'name'>) => name ?? t.words.formerMember;

/** The one measure by which an interface is searched for, as it is typed there; empty where it has none. */
export function sizeOf(face: DesignInterface): string {
  switch (face.kind) {
    case 'tubeEnd':
      return lengthInWords(face.outer);
    case 'holeGrid':
      return lengthInWords(face.pitch);
    case 'boltCircle':
    case 'shaft':
    case 'rodPair':
      return lengthInWords(face.diameter);
    case 'mountFace':
      return lengthInWords(face.width);
    case 'electric':
      return `${face.volts} V`;
    case 'hydraulicPort':
    case 'other':
      return face.size === null ? '' : lengthInWords(face.size);
  }
}

const told = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(', ');

/** All measures that are known of an interface: `Ø 31.75 mm`, `12 V, 30 A`. */
export function measuresOf(face: DesignInterface): string {
  switch (face.kind) {
    case 'tubeEnd':
      return told([lengthInWords(face.outer), face.wall !== null && `× ${lengthInWords(face.wall)}`]);
    case 'holeGrid':
      return told([`${lengthInWords(face.pitch)}`, `Ø ${lengthInWords(face.hole)}`]);
    case 'boltCircle':
      return told([
        `Ø ${lengthInWords(face.diameter)}`,
        `${face.count} ×`,
        face.hole !== null && `Ø ${lengthInWords(face.hole)}`,
      ]);
    case 'shaft':
      return told([
        `Ø ${lengthInWords(face.diameter)}`,
        face.keyway !== null && `⊏ ${lengthInWords(face.keyway)}`,
      ]);
    case 'rodPair':
      return told([
        `Ø ${lengthInWords(face.diameter)}`,
        face.spacing !== null && `↔ ${lengthInWords(face.spacing)}`,
      ]);
    case 'mountFace':
      return `${lengthInWords(face.width)} × ${lengthInWords(face.height)}`;
    case 'electric':
      return told([`${face.volts} V`, face.amps !== null && `${face.amps} A`]);
    case 'hydraulicPort':
      return told([
        face.size !== null && lengthInWords(face.size),
        face.flow !== null && `${face.flow} l/min`,
        face.pressure !== null && `${face.pressure} bar`,
      ]);
    case 'other':
      return sizeOf(face);
  }
}
