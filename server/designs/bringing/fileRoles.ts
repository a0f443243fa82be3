import type { DesignFile } from '../../../shared/designs/content.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import { isPhotograph } from '../../../shared/files/kinds.ts';
import { lineOf } from './fitting.ts';
import { extensionOf, nameOf, type Remarks, stemOf, type TreeFile } from './tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const EDITED = words(
  'fcstd scad sldprt sldasm slddrw f3d f3z ipt iam idw prt asm catpart catproduct skp blend dwg 3dm jscad rvt par psm ' +
    'kicad_pro kicad_pcb kicad_sch sch brd pro fzz fcmacro cdr ai lbrn lbrn2 afdesign psd xcf odg drawio',
);
/** Between programs: what is edited where nothing else is, and else what was made of it. */
const NEUTRAL = words('step stp iges igs brep x_t x_b sat');
const MADE = words(
  'stl 3mf obj ply gltf glb dxf gcode g nc ngc tap cnc gbr gtl gbl gts gbs gto gbo gko drl xln amf wrl dae off hpgl plt',
);
const CODE = words('ino c cpp cc h hpp py js ts rs go lua sh hex bin uf2 elf ld cmake toml_ nix java');
const TABLES = words('csv tsv xlsx xls ods');
const READ = words('md markdown txt rst adoc odt docx doc pdf html htm');
const PICTURES = words('jpg jpeg png webp gif bmp tif tiff heic avif');
const ARCHIVES = words('zip gz 7z rar tar tgz xz');

export const PARTS_NAME =
  /(^|[^a-z])(e?bom|parts?|partslist|bill.?of.?materials|materials?|components|st(ü|ue?)ckliste|teile(liste)?|lista|materiales|despiece|piezas|ingredients|ingredientes|zutaten|shopping.?list|einkaufsliste|nomenclature|pi[eè]ces)([^a-z]|$)/i;
const MANIFEST = /(^|[/.-])okh\b[^/]*\.(ya?ml|toml)$|\.okh\.[^/]+$/i;
/** Names of files that hold the text of a licence, also with its name before or behind. */
export const LICENCE =
  /^((licen[sc]es?|copying|copyright|unlicense|notice)(?![a-z])|(gnu|gpl|cern|mit|apache|creative|cc)[^.]*licen[sc]e(?![a-z]))/i;
const INSTRUCTIONS =
  /(^|[^a-z])(instructions?|assembly|build(ing)?|manual|guide|how.?to|montage|anleitung|montaje|instrucciones|readme|construcci[oó]n)([^a-z]|$)/i;
const DRAWING =
  /(^|[^a-z])(drawings?|plans?|blueprints?|zeichnung(en)?|planos?|schematics?|dessins?)([^a-z]|$)/i;

/** The files of a design, each with its role and, for pictures, what it shows. */
export function designFiles(files: readonly TreeFile[], remarks: Remarks): DesignFile[] {
  const hasEdited = files.some(({ path }) => EDITED.has(extensionOf(path)));
  return files.map((file) => {
    const role = roleOf(file, hasEdited);
    const { path, fileId, bytes, type } = file;
    if (PICTURES.has(extensionOf(path)) && !type.startsWith('image/')) {
      remarks.add(
        'kept',
        path,
        'Its name says that it is a picture, and its content does not: it is kept as a file.',
      );
    }
    if (ARCHIVES.has(extensionOf(path))) {
      remarks.add('kept', path, 'An archive within is kept as it is: bring it by itself to have it read.');
    }
    return { path, fileId, bytes, role, words: role === 'picture' ? shownBy(path) : '' };
  });
}

function roleOf({ path, type }: TreeFile, hasEdited: boolean): FileRole {
  const extension = extensionOf(path);
  const name = nameOf(path);
  if (MANIFEST.test(path)) return 'manifest';
  if (isPhotograph(type) || type === 'image/gif') return DRAWING.test(path) ? 'drawing' : 'picture';
  if (type === 'image/svg+xml')
    return /(^|\/)(docs?|images?|img|pictures?|photos?|media|assets)\//i.test(path) ? 'picture' : 'drawing';
  if (LICENCE.test(name) && (READ.has(extension) || !/\.[a-z]{1,8}$/i.test(name))) return 'licence';
  if (/^licen[sc]es\/[^/]+\.txt$/i.test(path)) return 'licence';
  if (EDITED.has(extension)) return 'source';
  if (NEUTRAL.has(extension) || type === 'model/step') return hasEdited ? 'export' : 'source';
  if (MADE.has(extension) || type.startsWith('model/') || type === 'image/vnd.dxf') return 'export';
  if (TABLES.has(extension)) return PARTS_NAME.test(stemOf(path)) ? 'partsList' : 'other';
  if (CODE.has(extension) || /(^|\/)(firmware|software|src)\//i.test(path)) return 'software';
  if (READ.has(extension))
    return DRAWING.test(path) && extension === 'pdf'
      ? 'drawing'
      : INSTRUCTIONS.test(path) || extension === 'md'
        ? 'instructions'
        : 'other';
  return 'other';
}

/** What a picture shows, as far as its name tells; cameras' numbers tell nothing. */
function shownBy(path: string): string {
  const stem = stemOf(path)
    .replaceAll(/[-_.+]+/g, ' ')
    .replace(/^(img|dsc[nf]?|pxl|image|photo|screenshot|p)?[\s\d]+/i, '')
    .trim();
  return /\p{L}{3}/u.test(stem) ? lineOf(stem, 300) : '';
}
