import { type MachineKind, machineKind } from '../../../shared/machines/words.ts';
import { t } from '../../catalogue/text.ts';

/** Words that name a kind in both languages, for designs whose titles are in another language than the page. */
const SAID: Partial<Record<MachineKind, readonly string[]>> = {
  torchTable: ['torch table', 'plasma', 'mesa de corte'],
  cncRouter: ['cnc', 'router', 'fresadora cnc'],
  printer3d: ['3d printer', 'impresora 3d'],
  laser: ['laser', 'láser'],
  saw: ['saw', 'sierra'],
  drillPress: ['drill press', 'taladro'],
  lathe: ['lathe', 'torno'],
  mill: ['mill', 'fresadora'],
  welder: ['welder', 'soldadora'],
  kiln: ['kiln', 'horno'],
  regional: ['tractor', 'brick press', 'ceb press', 'prensa de ladrillos'],
  press: ['press', 'prensa'],
  forge: ['forge', 'fragua'],
  bench: ['workbench', 'banco de trabajo'],
};

const plain = (text: string) => text.toLowerCase().normalize('NFC');

/** The kind of machine that a name most likely speaks of; null where it says nothing. The longest word decides. */
export function kindFromName(name: string): MachineKind | null {
  const said = plain(name);
  const fits = machineKind.options.flatMap((kind) =>
    [plain(t.words.kinds[kind]), ...(SAID[kind] ?? [])]
      .filter((word) => kind !== 'other' && said.includes(word))
      .map((word) => ({ kind, length: word.length })),
  );
  return fits.toSorted((one, other) => other.length - one.length)[0]?.kind ?? null;
}
