import type { Sentences } from '../template.ts';

/** Estantes: lo que llega, se gasta, se cuenta y se aparta. */
export const stock: Sentences = {
  'This is not kept here.': 'Esto no se guarda aquí.',
  'It is counted in {0}: {1} measures something else.': 'Se cuenta en {0}: {1} mide otra cosa.',
  'That is next to nothing.': 'Eso es casi nada.',
  'That is more than any shelf holds.': 'Eso es más de lo que cabe en un estante.',
  'These are counted whole: there are no fractions of them.': 'Se cuentan enteros: no hay fracciones.',
  'Only what is counted in lengths lies there in pieces of a length.':
    'Solo lo que se cuenta en longitudes está ahí en piezas de una longitud.',
  'No piece is as long as that.': 'Ninguna pieza es tan larga.',
  'Say how much.': 'Di cuánto.',
  'needs either an amount or pieces': 'necesita una cantidad o piezas, una de las dos',
  'That has not happened yet.': 'Eso todavía no ha pasado.',
  'That is more than a year ago.': 'De eso hace más de un año.',
  'It lies there in too many lots to tell apart: count them, and say equal ones as one.':
    'Está ahí en demasiados lotes para distinguirlos: cuéntalos y junta los iguales.',
  'Nothing is left of it, or the shelf was counted since: count it again instead.':
    'No queda nada de eso, o el estante se contó después: mejor cuéntalo otra vez.',
  'Some of it has been used since: take that back first.': 'Una parte ya se usó después: deshaz eso primero.',
  'These are too many pieces to be cut at once.': 'Son demasiadas piezas para cortarlas de una vez.',
  'No piece of {0} is recorded.': 'No hay anotada ninguna pieza de {0}.',
  'The longest piece recorded is {0}, you take {1}.': 'La pieza más larga anotada es de {0} y tomas {1}.',
  'Recorded are {0}, you take {1}.': 'Hay anotado {0} y tomas {1}.',
  'Count {0} first': 'Contar {0} primero',
  'Recorded are {0}: count it first.': 'Hay anotado {0}: cuéntalo primero.',
  '{0} of it are kept for {1}: {2} are free.': '{0} está apartado para {1}: queda libre {2}.',
  'Nothing is left of this lot.': 'No queda nada de este lote.',
  'There is no such consumption.': 'Ese consumo no existe.',
  'What was left over of it has been used since: take that back first.':
    'Lo que sobró ya se usó después: deshaz eso primero.',
  'It lies there in pieces: say how many of which length.':
    'Está ahí en piezas: di cuántas y de qué longitud.',
  'One lot is counted twice.': 'Un lote está contado dos veces.',
  'It is there already.': 'Ya está ahí.',
  '{0} are free: the rest is kept for builds.':
    'Queda libre {0}: el resto está apartado para construcciones.',
  'These are too many lots to be sent at once.': 'Son demasiados lotes para enviarlos de una vez.',
  'There is no such build that is still going on.': 'No existe esa construcción, o ya terminó.',
  '{0} of {1} can be kept for a build.': 'Se puede apartar {0} de {1} para una construcción.',
  'It is kept for too many builds already.': 'Ya está apartado para demasiadas construcciones.',
};
