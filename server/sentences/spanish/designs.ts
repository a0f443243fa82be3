import type { Sentences } from '../template.ts';

/** Diseños: revisiones, propuestas, problemas, preguntas y reseñas. */
export const designs: Sentences = {
  'There is no such design.': 'Ese diseño no existe.',
  'There is no such suggestion.': 'Esa propuesta no existe.',
  'There is no such problem.': 'Ese problema no existe.',
  'There is no such question.': 'Esa pregunta no existe.',
  'There is no such answer.': 'Esa respuesta no existe.',
  'There is no such review.': 'Esa reseña no existe.',
  'There is no such revision.': 'Esa revisión no existe.',
  'This design has no such revision.': 'Este diseño no tiene esa revisión.',
  'What this revision said was withdrawn.': 'Lo que decía esta revisión fue retirado.',
  'What this suggestion offers was withdrawn.': 'Lo que ofrece esta propuesta fue retirado.',
  'The content of this revision was withdrawn.': 'El contenido de esta revisión fue retirado.',
  'What one of these revisions said was withdrawn.': 'Lo que decía una de estas revisiones fue retirado.',
  'must be a design’s id, a colon and the number of a revision':
    'debe ser el identificador de un diseño, dos puntos y el número de una revisión',
  'is not the id of an entry': 'no es el identificador de una entrada',
  'must be a language such as en': 'debe ser un idioma como es',
  'must be a relative path within the design': 'debe ser una ruta relativa dentro del diseño',
  'must be a currency such as EUR': 'debe ser una moneda como EUR',
  'is needed to tell what can be made there': 'hace falta para decir qué se puede hacer allí',
  'The suggestion has no such change: {0}.': 'La propuesta no tiene ese cambio: {0}.',
  'Both sides changed the same: choose one for {0}.':
    'Las dos partes cambiaron lo mismo: elige una para {0}.',
  'Nothing is taken of it: decline it instead.': 'No se toma nada de ella: mejor recházala.',
  'Only maintainers of this design decide that.': 'Eso lo decide solo quien mantiene este diseño.',
  'You have given this mark to it already.': 'Ya le diste esta marca.',
  'Only whoever wrote this takes it back.': 'Solo quien lo escribió lo retira.',
  'A design is not a duplicate of itself.': 'Un diseño no es un duplicado de sí mismo.',
  'The other design is not here.': 'El otro diseño no está aquí.',
  'There is no such member.': 'Esa persona no existe aquí.',
  'Somebody has to look after it: name another maintainer first.':
    'Alguien tiene que ocuparse de él: nombra primero a otra persona.',
  'Only its maintainers publish the next revision: fork it, and suggest your changes to them.':
    'Solo quien lo mantiene publica la próxima revisión: haz una copia propia y propón tus cambios.',
  'The next revision has the number {0}.': 'La próxima revisión tiene el número {0}.',
  'Revision {0} came out meanwhile: compare it with yours.':
    'Entretanto salió la revisión {0}: compárala con la tuya.',
  'Nothing has changed since its newest revision.': 'Nada cambió desde su revisión más nueva.',
  'The parts list names designs that are not here: {0}.':
    'La lista de piezas nombra diseños que no están aquí: {0}.',
  'The revision that this was forked from is not here.': 'La revisión de la que esto se copió no está aquí.',
  'A design cannot be a part of itself: {0}.': 'Un diseño no puede ser parte de sí mismo: {0}.',
  'A design can be at home only in a workshop that you are in.':
    'Un diseño solo puede tener su casa en un taller en el que estás.',
  'These files are not here any more: {0}.': 'Estos archivos ya no están aquí: {0}.',
  'This suggestion is not open any more.': 'Esta propuesta ya no está abierta.',
  'One of the problems to be fixed is not open any more.':
    'Uno de los problemas que se resuelven ya no está abierto.',
  'All of this suggestion has been adopted.': 'Toda esta propuesta ya se adoptó.',
  'Only maintainers of a fork suggest what it changed.':
    'Solo quien mantiene una copia propone lo que cambió en ella.',
  'A design cannot suggest anything to itself.': 'Un diseño no puede proponerse nada a sí mismo.',
  'The two have no revision in common.': 'Los dos no tienen ninguna revisión en común.',
  'The fork has changed nothing that is not here already.': 'La copia no cambió nada que no esté ya aquí.',
  'This revision has been suggested already.': 'Esta revisión ya fue propuesta.',
  'This is answered as json or as xml.': 'Esto se responde como json o como xml.',
  'Under this address no design can be shown.': 'Bajo esta dirección no se puede mostrar ningún diseño.',
  'This problem is settled: reopen it first.': 'Este problema está cerrado: primero ábrelo de nuevo.',
  'Whoever asked, or a maintainer, says which answer helped.':
    'Qué respuesta ayudó lo dice quien preguntó o quien mantiene el diseño.',
};
