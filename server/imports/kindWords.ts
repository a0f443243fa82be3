import { type MachineKind, machineKind } from '../../shared/machines/words.ts';
import { folded } from './readTable.ts';

/** What people write for the kinds of machines besides our own words, in English and Spanish. */
const WORDS: Record<MachineKind, readonly string[]> = {
  laser: ['laser cutter', 'laser engraver', 'láser', 'cortadora láser', 'cortadora laser'],
  saw: [
    'table saw',
    'band saw',
    'bandsaw',
    'mitre saw',
    'miter saw',
    'sierra',
    'sierra de cinta',
    'sierra de mesa',
  ],
  drillPress: ['drill press', 'pillar drill', 'taladro de columna', 'taladro'],
  lathe: ['torno'],
  mill: ['milling machine', 'fresadora'],
  cncRouter: ['cnc', 'cnc router', 'router cnc', 'fresadora cnc'],
  torchTable: [
    'torch table',
    'plasma',
    'plasma table',
    'plasma cutter',
    'mesa de plasma',
    'cortadora de plasma',
  ],
  printer3d: ['3d printer', 'printer', 'printer 3d', 'impresora 3d', 'impresora'],
  kiln: ['horno', 'horno de cerámica'],
  welder: ['welding', 'mig', 'tig', 'soldadora', 'soldadura'],
  sewingMachine: ['sewing machine', 'sewing', 'máquina de coser'],
  embroidery: ['embroidery machine', 'bordadora'],
  vinylCutter: ['vinyl cutter', 'plotter', 'cortadora de vinilo', 'plotter de corte'],
  bench: ['workbench', 'banco', 'banco de trabajo', 'mesa de trabajo'],
  electronics: ['soldering station', 'electronics bench', 'electrónica', 'puesto de electrónica'],
  press: ['hydraulic press', 'prensa'],
  forge: ['forja', 'fragua'],
  area: ['room', 'space', 'área', 'sala', 'espacio'],
  utility: ['dust extraction', 'compressor', 'extracción', 'aspiración', 'compresor'],
  regional: ['shared by the region', 'tractor'],
  tool: ['herramienta'],
  kit: ['tool kit', 'juego', 'maletín'],
  other: ['otro', 'otra', 'misc'],
};

/** The kind that a cell names; null where none is known by this word. */
export function kindIn(cell: string): MachineKind | null {
  const word = folded(cell);
  return (
    machineKind.options.find(
      (kind) =>
        kind.toLowerCase() === word.replaceAll(' ', '') ||
        WORDS[kind].some((known) => folded(known) === word),
    ) ?? null
  );
}
