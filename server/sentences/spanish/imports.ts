import type { Sentences } from '../template.ts';

/** Tablas que entran de una vez. */
export const imports: Sentences = {
  'The row has more cells than the first line has headings.':
    'La fila tiene más celdas que encabezados la primera línea.',
  'Send the same import again when that is mended: what stands is not made twice.':
    'Envía otra vez la misma tabla cuando esté arreglado: lo que ya está no se hace dos veces.',
  'Line {0} says {1} already: tell them apart.': 'La línea {0} ya dice {1}: distínguelas.',
  '“{0}” is no {1}: give a whole number from {2} to {3}.':
    '«{0}» no vale ({1}): da un número entero de {2} a {3}.',
  'The {0} needs at least one character.': 'Falta: {0}.',
  'The {0} has more than 80 characters.': 'Tiene más de 80 caracteres: {0}.',
  'The {0} has characters that cannot be shown.': 'Tiene caracteres que no se pueden mostrar: {0}.',
  '“{0}” is neither yes nor no.': '«{0}» no es ni sí ni no.',
  '“{0}” is no day: write it as 2027-12-31.': '«{0}» no es un día: escríbelo así: 2027-12-31.',
  '“{0}” is no competence of this workshop: define it first.':
    '«{0}» no es una competencia de este taller: defínela antes.',
  'A machine asks for {0} competences at most.': 'Una máquina pide como mucho {0} competencias.',
  '“{0}” is no kind of machine that is known here.': '«{0}» no es un tipo de máquina que se conozca aquí.',
  '“{0}” is no number of pieces.': '«{0}» no es un número de piezas.',
  'A kit holds 200 pieces at most.': 'Un juego tiene como mucho 200 piezas.',
  'The membership would be over already.': 'La membresía ya habría terminado.',
  '{0} is confirmed by its trainer: you do not train it.':
    '{0} la confirma quien da su formación, y no eres tú.',
  'The account could not be made: send the same again.':
    'No se pudo crear la cuenta: envía lo mismo otra vez.',
  '“{0}” is no e-mail address.': '«{0}» no es un correo electrónico.',
  '“{0}” is neither member nor visitor.': '«{0}» no es ni miembro ni visitante.',
  'The same import was sent with another table before: send it anew.':
    'Esa misma importación se envió antes con otra tabla: envíala de nuevo.',
  'Others were writing at the same moment: send the same again.':
    'Otras personas escribían en el mismo momento: envía lo mismo otra vez.',
  'The table is empty.': 'La tabla está vacía.',
  'Two columns say the same: {0} and {1}.': 'Dos columnas dicen lo mismo: {0} y {1}.',
  'The first line has to name the columns, and one of them has to be “name”. Known here: {0}.':
    'La primera línea tiene que nombrar las columnas, y una de ellas tiene que ser «nombre». Se conocen: {0}.',
  'The table has {0} rows; {1} are taken at a time.': 'La tabla tiene {0} filas; se aceptan {1} a la vez.',
  'A quotation mark on line {0}, or before, is never closed.':
    'Unas comillas de la línea {0}, o de antes, no se cierran nunca.',
  'The table cannot be read from line {0} on.': 'La tabla no se puede leer desde la línea {0}.',
};
