import type { FileType } from '../../shared/files/kinds.ts';

/** Endings that say what the bytes say; the first is the one that is given. */
const ENDINGS: Partial<Record<FileType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/svg+xml': ['svg'],
  'image/vnd.dxf': ['dxf'],
  'application/pdf': ['pdf'],
  'model/stl': ['stl', 'ast'],
  'model/step': ['step', 'stp', 'p21'],
  'model/3mf': ['3mf'],
  'model/gltf+json': ['gltf'],
  'model/gltf-binary': ['glb'],
  'model/obj': ['obj'],
  'model/ply': ['ply'],
  'video/mp4': ['mp4', 'm4v'],
  'audio/webm': ['webm', 'weba'],
  'audio/ogg': ['ogg', 'opus', 'oga'],
  'audio/mp4': ['m4a', 'mp4', 'm4b'],
  'audio/wav': ['wav'],
  'audio/mpeg': ['mp3'],
};
/** Kinds under which many formats travel (`.FCStd` is an archive, `.scad` a text): any ending may be true. */
const GENERAL: Partial<Record<FileType, string>> = {
  'application/zip': 'zip',
  'application/gzip': 'gz',
  'application/json': 'json',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'application/octet-stream': 'bin',
};
/** What a desktop opens by running it, or in a browser as a page of its own. */
const RUN =
  /^(exe|com|scr|pif|bat|cmd|msi|msix|ps1|psm1|vbs?|vbe|jse?|wsf?|hta|lnk|url|reg|jar|app|dmg|pkg|command|desktop|appimage|deb|rpm|apk|x?html?|shtml|mht(ml)?|svgz?|xml|xsl|chm|cpl|dll|gadget|inf|iso|jnlp)$/i;

/** The name that a file is saved under: its own, with an ending that does not lie about its bytes. */
export function savedName(name: string, type: FileType): string {
  const ending = /\.([A-Za-z0-9_+*-]{1,12})$/.exec(name)?.[1] ?? '';
  const [first, ...others] = ENDINGS[type] ?? [];
  if (first !== undefined) {
    return [first, ...others].includes(ending.toLowerCase()) ? name : `${name}.${first}`;
  }
  return ending === '' || RUN.test(ending) ? `${name}.${GENERAL[type] ?? 'bin'}` : name;
}
