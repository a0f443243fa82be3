import type { Port } from './ports.ts';

type Of<Kind> = Extract<Port['is'], { kind: Kind }>;
/** A port that is known to be of one kind. */
export interface PortOf<Kind> extends Port {
  is: Of<Kind>;
}
export const isHydraulic = (port: Port): port is PortOf<'hydraulicPort'> => port.is.kind === 'hydraulicPort';
export const isElectric = (port: Port): port is PortOf<'electric'> => port.is.kind === 'electric';
