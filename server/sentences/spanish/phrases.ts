/** Los días y meses tal como los escribe `server/bookings/wallTime.ts`. */
const DAYS: Record<string, string> = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
};
const MONTHS: Record<string, string> = {
  January: 'enero',
  February: 'febrero',
  March: 'marzo',
  April: 'abril',
  May: 'mayo',
  June: 'junio',
  July: 'julio',
  August: 'agosto',
  September: 'septiembre',
  October: 'octubre',
  November: 'noviembre',
  December: 'diciembre',
};
/** One, and several. */
const THINGS: Record<string, [string, string]> = {
  minute: ['minuto', 'minutos'],
  hour: ['hora', 'horas'],
  day: ['día', 'días'],
  booking: ['reserva', 'reservas'],
  tool: ['herramienta', 'herramientas'],
  time: ['vez', 'veces'],
  line: ['línea', 'líneas'],
  step: ['paso', 'pasos'],
  file: ['archivo', 'archivos'],
  picture: ['imagen', 'imágenes'],
  product: ['producto', 'productos'],
  parameter: ['parámetro', 'parámetros'],
  interface: ['interfaz', 'interfaces'],
};
const WORDS: Record<string, string> = {
  pause: 'la pausa',
  membership: 'la membresía',
  competence: 'la competencia',
  'It is': 'Está',
  JPEG: 'JPEG',
  photograph: 'la foto',
  manual: 'el manual',
};

const day = String.raw`(\w+) (\d{1,2}) (\w+)`;
const clock = String.raw`(\d\d:\d\d)`;
const dayOf = (weekday = '', number = '', month = '') =>
  `${DAYS[weekday] ?? weekday} ${number} de ${MONTHS[month] ?? month}`;

type Say = (...held: string[]) => string;
const said: [RegExp, Say][] = [
  [new RegExp(`^${clock} on ${day}$`), (at = '', ...on) => `las ${at} del ${dayOf(...on)}`],
  [new RegExp(`^${day}$`), (...on) => `el ${dayOf(...on)}`],
  [
    new RegExp(`^from ${clock} to ${clock} on ${day}$`),
    (from = '', to = '', ...on) => `de ${from} a ${to} el ${dayOf(...on)}`,
  ],
  [
    new RegExp(`^from ${clock} on ${day} to ${clock} on ${day}$`),
    (from = '', a, b, c, to = '', d, e, f) =>
      `de las ${from} del ${dayOf(a, b, c)} a las ${to} del ${dayOf(d, e, f)}`,
  ],
  [
    /^(\d+) ([a-z]+?)s?$/,
    (count = '', thing = '') => {
      const [one, several] = THINGS[thing] ?? [thing, thing];
      return `${count} ${count === '1' ? one : several}`;
    },
  ],
  [/^“(.+)”, which it needs, is$/, (name = '') => `«${name}», que necesita, está`],
];

/** What a sentence holds, in Spanish: times, spans, numbers of things, lists of names; names stay as they are. */
export function phrase(held: string): string {
  const word = WORDS[held];
  if (word !== undefined) return word;
  for (const [pattern, say] of said) {
    const found = pattern.exec(held);
    if (found) return say(...found.slice(1));
  }
  if (!/^“[^”]*”(( and|,) “[^”]*”)*$/.test(held)) return held.replaceAll(' needs ', ' necesita ');
  return held.replaceAll('“', '«').replaceAll('”', '»').replaceAll('» and «', '» y «');
}
