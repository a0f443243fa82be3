import type { ModuleWords } from '../english/moduleWords.ts';

const drilled = { pitch: 'Distancia entre agujeros', hole: 'Diámetro de los agujeros' };
const grid = { columns: 'Agujeros a lo largo', rows: 'Agujeros a lo ancho' };
const plate = { width: 'Ancho', height: 'Alto', thickness: 'Espesor' };

/** Las tomas de un distribuidor: dos por cada motor y cada cilindro. */
function portsOf(count: number, kind: string, name: string): Record<string, string> {
  const ports = Array.from({ length: count }, (_, n) => [
    [`${kind}-${n + 1}-a`, `${name} ${n + 1}, primera toma`],
    [`${kind}-${n + 1}-b`, `${name} ${n + 1}, segunda toma`],
  ]);
  return Object.fromEntries(ports.flat());
}

/** Lo que necesitan las máquinas además de los primeros módulos. */
export const implementWords: Readonly<Record<string, ModuleWords>> = {
  'axis-foot': {
    name: 'Pie de eje',
    purpose: 'Sujeta las varillas de un eje universal sobre un bastidor.',
    parameters: {
      rod: 'Varillas',
      wider: 'Varillas más separadas en',
      drop: 'De las varillas al bastidor',
      foot: 'Longitud del pie',
      thickness: 'Espesor',
      columns: 'Agujeros a lo largo',
      ...drilled,
    },
    options: { rod: { 8: '8 mm', 25.4: '1 in', 50.8: '2 in' } },
    interfaces: { rods: 'Alojamientos de las varillas', grid: 'Agujeros de abajo' },
  },
  'quick-attach': {
    name: 'Placa de enganche rápido',
    purpose: 'Lleva un apero en un cargador: colgado arriba, sujeto abajo por su pie.',
    parameters: { ...plate, ...grid, ...drilled },
    options: {},
    interfaces: { face: 'Cara hacia el cargador', grid: 'Agujeros hacia el apero' },
  },
  'filament-spool': {
    name: 'Bobina de filamento',
    purpose: 'Con lo que imprime una impresora, en un eje al lado del bastidor.',
    parameters: {
      diameter: 'Diámetro',
      width: 'Ancho',
      bore: 'Agujero central',
      standoff: 'Del bastidor a la bobina',
      ...drilled,
    },
    options: {},
    interfaces: { mount: 'Agujeros hacia el bastidor' },
  },
  bracket: {
    name: 'Escuadra',
    purpose: 'Lleva algo plano en el lado de un tubo.',
    parameters: { ...plate, depth: 'Fondo', ...grid, ...drilled },
    options: {},
    interfaces: {
      face: 'Cara superior',
      'face-turned': 'Cara superior, girada un cuarto',
      side: 'Cara vertical',
      'grid-front': 'Agujeros de delante',
      'grid-back': 'Agujeros de atrás',
    },
  },
  'flat-plate': {
    name: 'Placa plana',
    purpose: 'Una cama, una mesa o una tapa, con agujeros o sin ellos.',
    parameters: {
      ...plate,
      ...grid,
      ...drilled,
      faceWidth: 'Ancho de aquello sobre lo que va',
      faceHeight: 'Alto de aquello sobre lo que va',
      material: 'Hecha de',
    },
    options: { material: { steel: 'Acero', aluminium: 'Aluminio', plywood: 'Contrachapado' } },
    interfaces: {
      'face-top': 'Cara superior',
      'face-bottom': 'Cara inferior',
      'grid-top': 'Agujeros, cara superior',
      'grid-bottom': 'Agujeros, cara inferior',
    },
  },
  handlebar: {
    name: 'Manillar',
    purpose: 'Para quien camina detrás de una máquina.',
    parameters: { spread: 'Entre las barras', reach: 'Alcance', rise: 'Subida', ...drilled },
    options: {},
    interfaces: { 'mount-left': 'Placa izquierda', 'mount-right': 'Placa derecha' },
  },
  'loader-bucket': {
    name: 'Pala cargadora',
    purpose: 'Cava, lleva y vuelca, sobre dos brazos.',
    parameters: {
      width: 'Ancho',
      depth: 'Fondo',
      height: 'Alto',
      sheet: 'Espesor de la chapa',
      spread: 'Entre los brazos',
      tilt: 'Inclinada',
      ...drilled,
    },
    options: {},
    interfaces: {
      'arm-right': 'Brazo derecho',
      'arm-left': 'Brazo izquierdo',
      'tilt-right': 'Cilindro de vuelco derecho',
      'tilt-left': 'Cilindro de vuelco izquierdo',
    },
  },
  'pivot-disc': {
    name: 'Disco de giro',
    purpose: 'Deja que un miembro gire sobre otro alrededor de un tornillo.',
    parameters: { angle: 'Girado', outer: 'Diámetro', thickness: 'Espesor', ...drilled },
    options: {},
    interfaces: { fixed: 'Lado que se queda', turning: 'Lado que gira' },
  },
  seat: {
    name: 'Asiento',
    purpose: 'Para quien conduce.',
    parameters: { width: 'Ancho', height: 'Altura del asiento', back: 'Altura del respaldo', ...drilled },
    options: {},
    interfaces: { mount: 'Pie del poste' },
  },
  'tiller-hood': {
    name: 'Capota de la fresa',
    purpose: 'Cubre un rotor y lleva sus rodamientos.',
    parameters: {
      width: 'Ancho',
      radius: 'Sitio alrededor del rotor',
      above: 'Del eje al techo',
      sheet: 'Espesor de la chapa',
      boltCircle: 'Círculo de los tornillos de los rodamientos',
      bolt: 'Diámetro de sus agujeros',
      opening: 'Abertura para el eje',
      ...drilled,
    },
    options: {},
    interfaces: {
      'grid-top': 'Agujeros del techo',
      'side-left': 'Lado izquierdo, para un rodamiento',
      'side-right': 'Lado derecho, para un rodamiento',
    },
  },
  'tine-rotor': {
    name: 'Rotor de púas',
    purpose: 'Desmenuza la tierra con estrellas dentadas sobre un tambor.',
    parameters: {
      length: 'Longitud',
      diameter: 'Diámetro en los dientes',
      drum: 'Diámetro del tambor',
      stars: 'Estrellas',
      teeth: 'Dientes de una estrella',
      thickness: 'Espesor de una estrella',
      shaft: 'Diámetro del eje que lo mueve',
      socket: 'Profundidad del alojamiento',
      journal: 'Longitud del muñón',
    },
    options: {},
    interfaces: { drive: 'Alojamiento del eje', journal: 'Muñón para un rodamiento' },
  },
  'tool-head': {
    name: 'Cabezal',
    purpose: 'Con lo que trabaja una máquina de ejes.',
    parameters: { tool: 'Herramienta', ...plate },
    options: { tool: { extruder: 'Extrusor', spindle: 'Husillo', torch: 'Antorcha de plasma' } },
    interfaces: {
      mount: 'Placa de montaje',
      'mount-turned': 'Placa de montaje, girada un cuarto',
      power: 'Corriente',
    },
  },
  'valve-bank': {
    name: 'Distribuidor',
    purpose: 'Reparte el aceite entre motores y cilindros, a mano.',
    parameters: { motors: 'Secciones para motores', cylinders: 'Secciones para cilindros', ...drilled },
    options: {},
    interfaces: {
      mount: 'Pie',
      'port-in': 'Entrada de aceite',
      'port-out': 'Salida de aceite',
      ...portsOf(6, 'motor', 'Motor'),
      ...portsOf(6, 'cylinder', 'Cilindro'),
    },
  },
  'water-tray': {
    name: 'Bandeja de agua',
    purpose: 'Lleva la chapa que corta una antorcha, sobre agua.',
    parameters: {
      width: 'Ancho',
      length: 'Largo',
      height: 'Alto',
      sheet: 'Espesor de la chapa',
      slats: 'Listones',
      spread: 'Entre los patines',
      ...drilled,
    },
    options: {},
    interfaces: { 'mount-left': 'Patín izquierdo', 'mount-right': 'Patín derecho' },
  },
};
