import type { ImportTable } from './commands.ts';

/** Columns of each table by our own names, with the headings under which they are known, in English and Spanish. */
export const COLUMNS = {
  members: {
    name: ['name', 'full name', 'display name', 'nombre', 'nombre completo'],
    email: ['email', 'e-mail', 'mail', 'email address', 'correo', 'correo electrónico'],
    kind: ['kind', 'type', 'role', 'membership', 'tipo', 'rol', 'membresía'],
    until: ['until', 'valid until', 'expires', 'end', 'hasta', 'válido hasta', 'vence', 'caduca'],
    competences: ['competences', 'competence', 'skills', 'inductions', 'competencias', 'habilitaciones'],
  },
  competences: {
    name: ['name', 'competence', 'nombre', 'competencia'],
    months: ['months', 'valid for months', 'validity', 'meses', 'validez', 'validez en meses'],
  },
  machines: {
    name: ['name', 'machine', 'nombre', 'máquina'],
    kind: ['kind', 'type', 'tipo', 'clase'],
    maker: ['maker', 'manufacturer', 'brand', 'make', 'fabricante', 'marca'],
    model: ['model', 'modelo'],
    area: ['area', 'place', 'room', 'location', 'área', 'zona', 'lugar', 'sala', 'ubicación'],
    capacity: ['capacity', 'places', 'capacidad', 'plazas'],
    competences: ['competences', 'competence', 'needs', 'competencias', 'competencia', 'requiere'],
    unattended: ['unattended', 'may run unattended', 'sin vigilancia'],
    emergencyStop: ['emergency stop', 'parada de emergencia'],
  },
  tools: {
    name: ['name', 'tool', 'nombre', 'herramienta'],
    maker: ['maker', 'manufacturer', 'brand', 'make', 'fabricante', 'marca'],
    model: ['model', 'modelo'],
    area: ['area', 'place', 'shelf', 'location', 'área', 'zona', 'lugar', 'estante', 'ubicación'],
    competences: ['competences', 'competence', 'needs', 'competencias', 'competencia', 'requiere'],
    contents: ['contents', 'parts', 'contenido', 'partes', 'piezas'],
  },
} as const satisfies Record<ImportTable, Record<string, readonly string[]>>;

/** What a table to be filled in looks like; the first line names the columns. */
export const TEMPLATES: Record<ImportTable, string> = {
  members: [
    'name,email,kind,until,competences',
    'Ada Example,ada@example.org,member,2027-12-31,Laser | Lathe',
    'Ben Without Mail,,visitor,,',
  ].join('\n'),
  competences: ['name,months', 'Laser,24', 'Lathe,'].join('\n'),
  machines: [
    'name,kind,maker,model,area,capacity,competences,unattended,emergency stop',
    'Laser cutter,laser,Epilog,Fusion,Clean room,1,Laser,no,red button left of the lid',
    'Long bench,bench,,,Wood shop,4,,,',
  ].join('\n'),
  tools: [
    'name,maker,model,area,competences,contents',
    'Cordless drill 1,Makita,DDF484,Shelf B,,',
    'Drill kit,,,Shelf B,,1 x drill | 6 x bit',
  ].join('\n'),
};
