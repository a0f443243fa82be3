import type { Danger, MachineKind } from './events.ts';

/** What choosing a kind of machine fills in; a steward may change each. */
export interface KindDefaults {
  dangers: Danger[];
  mayRunUnattended: boolean;
  /** Places that can be booked side by side. */
  capacity: number;
}

const attended = (...dangers: Danger[]): KindDefaults => ({ dangers, mayRunUnattended: false, capacity: 1 });
const unattended = (...dangers: Danger[]): KindDefaults => ({ dangers, mayRunUnattended: true, capacity: 1 });

/** Only what works on by itself may run unattended: a printer and a kiln do, a laser can burn. */
export const DEFAULTS_OF_KINDS: Record<MachineKind, KindDefaults> = {
  laser: attended('laserLight', 'fumes', 'hot'),
  saw: attended('cutting', 'rotating', 'dust', 'noise'),
  drillPress: attended('rotating', 'cutting'),
  lathe: attended('rotating', 'cutting'),
  mill: attended('rotating', 'cutting', 'noise'),
  cncRouter: attended('rotating', 'cutting', 'dust', 'noise'),
  torchTable: attended('hot', 'sparks', 'fumes', 'electric'),
  printer3d: unattended('hot', 'fumes'),
  kiln: unattended('hot', 'fumes', 'electric'),
  welder: attended('sparks', 'hot', 'fumes', 'electric'),
  sewingMachine: attended('cutting'),
  embroidery: attended('cutting'),
  vinylCutter: attended('cutting'),
  bench: { dangers: [], mayRunUnattended: false, capacity: 4 },
  electronics: attended('electric', 'hot'),
  press: attended('crushing', 'pressure', 'heavy'),
  forge: attended('hot', 'sparks', 'fumes', 'heavy'),
  other: attended(),
};
