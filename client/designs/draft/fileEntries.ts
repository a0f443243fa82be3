import type { DesignFile } from '../../../shared/designs/content.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';

const ROLES: readonly [role: FileRole, names: RegExp][] = [
  ['licence', /^(licen[cs]e|copying)(\.|$)/i],
  ['manifest', /(^|[.-])okh([.-].*)?\.(ya?ml|toml)$/i],
  ['partsList', /\b(bom|parts?[-_ ]?list|lista)\b.*\.(csv|tsv)$|\.csv$/i],
  ['picture', /\.(jpe?g|png|webp|gif)$/i],
  ['drawing', /\.(svg|pdf|dxf|dwg)$/i],
  ['source', /\.(fcstd|step|stp|scad|blend|f3d|sldprt|sldasm|iges|igs|kicad_\w+|sch|brd|ipt|iam|3dm|skp)$/i],
  ['export', /\.(stl|3mf|obj|ply|gltf|glb|gcode|nc|ngc|amf)$/i],
  ['software', /\.(ino|c|cpp|h|py|js|ts|rs|hex|bin|uf2)$/i],
  ['instructions', /\.(md|markdown|txt|rst|docx?|odt|html?)$/i],
];

/** What a file is to the design, as far as its name tells. */
export const roleOf = (path: string): FileRole => {
  const name = path.split('/').at(-1) ?? path;
  return ROLES.find(([, names]) => names.test(name))?.[0] ?? 'other';
};

/** A file that has arrived; what was known of one under the same path stays. */
export const fileEntry = (
  path: string,
  sent: { fileId: string; bytes: number },
  known: DesignFile | undefined,
): DesignFile => ({
  path,
  fileId: sent.fileId,
  bytes: sent.bytes,
  role: known?.role ?? roleOf(path),
  words: known?.words ?? '',
});
