import type { Sentences } from '../template.ts';

/** Borradores de diseños y tablas de piezas. */
export const drafts: Sentences = {
  'There is no such draft.': 'Ese borrador no existe.',
  'Nothing of this was saved: {0} {1}.': 'No se guardó nada de esto: {0} {1}.',
  'A draft may have 20 megabytes: put large texts into files.':
    'Un borrador puede tener 20 megabytes: pasa los textos grandes a archivos.',
  'Send these files in yourself before you publish them: {0}.':
    'Antes de publicar estos archivos, envíalos por tu cuenta: {0}.',
  'It needs a title.': 'Le falta un título.',
  'It needs a licence.': 'Le falta una licencia.',
  'Lines of the parts list go into themselves, by way of others: take them apart first.':
    'Hay líneas de la lista de piezas que, a través de otras, van dentro de sí mismas: primero sepáralas.',
  '“{0}” cannot be published so: it {1}.': '«{0}» no se puede publicar así: {1}.',
  'The draft was changed after you looked at it: look at it again first.':
    'El borrador cambió después de que lo miraras: primero vuelve a mirarlo.',
  'There is, or was, another draft with this id: choose another.':
    'Hay, o hubo, otro borrador con este identificador: elige otro.',
  'You have {0} drafts: throw one away first.': 'Tienes {0} borradores: primero descarta uno.',
  'There is no newer revision to take in.': 'No hay ninguna revisión más nueva que incorporar.',
  'At most {0} people edit one draft.': 'Un borrador lo editan como mucho {0} personas.',
  'Only whoever began this draft does that.': 'Eso solo lo hace quien empezó este borrador.',
  'A draft is the next revision of a design, or a fork: not both.':
    'Un borrador es la siguiente revisión de un diseño o una bifurcación, no las dos cosas.',
  'Revision {0} came out meanwhile: take it in first.':
    'Entretanto salió la revisión {0}: primero incorpórala.',
  'is no field of a design': 'no es un campo de un diseño',
  'is changed as a whole': 'se cambia entero',
  'cannot be changed': 'no se puede cambiar',
  'is nested too deeply, or has what cannot be written':
    'está anidado demasiado hondo o tiene algo que no se puede escribir',
  'is an entry with this id': 'es una entrada con este identificador',
  'A body may hold {0} megabytes here.': 'Aquí el cuerpo puede tener {0} megabytes.',
  'No column is known to name the parts: say which one does.':
    'No se reconoce qué columna nombra las piezas: di cuál es.',
  '“{0}” is revision {1} of “{2}”; {3} is out.': '«{0}» es la revisión {1} de «{2}»; ya salió la {3}.',
  'Step {0}, “{1}”, uses a part that the list does not have.':
    'El paso {0}, «{1}», usa una pieza que no está en la lista.',
  'The text names the part “{0}”, which the list does not have.':
    'El texto nombra la pieza «{0}», que no está en la lista.',
  '“{0}” names the file {1}, which the design does not have.':
    '«{0}» nombra el archivo {1}, que el diseño no tiene.',
  'The story names the file {0}, which the design does not have.':
    'La historia nombra el archivo {0}, que el diseño no tiene.',
  'The steps use {0} of “{1}”; the list has {2}.': 'Los pasos usan {0} de «{1}»; la lista tiene {2}.',
  '“{0}” goes into a line that the list does not have.':
    '«{0}» va dentro de una línea que la lista no tiene.',
  '“{0}” goes into itself, by way of other lines.': '«{0}», a través de otras líneas, va dentro de sí misma.',
  'Two values for the {0}: {1} and {2}.': 'Dos valores para una misma magnitud ({0}): {1} y {2}.',
  'The parts list measures {0} in inches and {1} in millimetres or metres: {2}.':
    'La lista de piezas mezcla pulgadas ({0}) con milímetros o metros ({1}): {2}.',
  '“{0}” is not an SPDX licence expression.': '«{0}» no es una expresión de licencia SPDX.',
  'It names no part, and was left out.': 'No nombra ninguna pieza y se dejó fuera.',
  'It was left out: {0}.': 'Se dejó fuera: {0}.',
  '{0} rows were left out: a list has {1} at most.':
    'Se dejaron fuera {0} filas: una lista tiene como mucho {1}.',
  'It only adds others up, and was left out.': 'Solo suma otras filas y se dejó fuera.',
  'It is so in {0} more rows.': 'Pasa lo mismo en otras {0} filas.',
  '{0} more rows were repaired or left out.': 'Otras {0} filas se repararon o se dejaron fuera.',
  '“{0}”, which it goes into, is not in the table: it stands in the whole.':
    '«{0}», donde va dentro, no está en la tabla: queda en el conjunto.',
  'It stood in itself, by way of others: now it stands in the whole.':
    'A través de otras, estaba dentro de sí misma: ahora queda en el conjunto.',
  '“{0}” is no unit that is known: counted in pieces.':
    '«{0}» no es una unidad conocida: se cuenta por piezas.',
  '“{0}” is no quantity: 1 was taken.': '«{0}» no es una cantidad: se tomó 1.',
  '“{0}” is neither make, buy nor recover: buy was taken.':
    '«{0}» no es ni hacer, ni comprar, ni recuperar: se tomó comprar.',
  '“{0}” is no design of a known revision, and was left out.':
    '«{0}» no es un diseño de una revisión conocida y se dejó fuera.',
  '“{0}” is no price, and was left out.': '«{0}» no es un precio y se dejó fuera.',
  'The price {0} has no currency, and was left out.': 'El precio {0} no tiene moneda y se dejó fuera.',
  '“{0}” is no kind of machine that is known.': '«{0}» no es un tipo de máquina conocido.',
  'Its {0} has more than {1} characters: the rest was left out.':
    'Su {0} tiene más de {1} caracteres: el resto se dejó fuera.',
  '“{0}” is no {1} that can be read, and was left out.': '«{0}» no se puede leer como {1} y se dejó fuera.',
  'A quotation mark on line {0}, or before, is never closed: all of them were taken as they stand.':
    'Una comilla de la línea {0}, o anterior, nunca se cierra: todas se tomaron tal cual.',
};
