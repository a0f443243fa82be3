import type { Sentences } from '../template.ts';

/** Cosas: dónde están, dentro de qué, y lo que les pasa. */
export const things: Sentences = {
  'There is no such thing.': 'Esa cosa no existe.',
  'There is no such fitting.': 'Ese montaje no existe.',
  'This thing is written down already.': 'Esta cosa ya está anotada.',
  'It never was: it had been written down by mistake.': 'Nunca existió: se anotó por error.',
  'It is still being made.': 'Todavía se está fabricando.',
  'It was used up.': 'Se gastó.',
  'It was scrapped.': 'Se desechó.',
  'It was cut into pieces.': 'Se cortó en piezas.',
  'It was not used up after all': 'Al final no se gastó',
  'It was not scrapped after all': 'Al final no se desechó',
  'It is fitted there already.': 'Ya está montada ahí.',
  'It is fitted in {0}.': 'Está montada en {0}.',
  'Taken out of {0} before that': 'Antes se sacó de {0}',
  'It is lent.': 'Está prestada.',
  'Given back before that': 'Antes se devolvió',
  'It is not lent.': 'No está prestada.',
  'It is not inside of anything.': 'No está dentro de nada.',
  'Nobody wrote down that it is in {0}.': 'Nadie anotó que está en {0}.',
  'It was in {0}': 'Estaba en {0}',
  'A thing does not go into itself.': 'Una cosa no cabe dentro de sí misma.',
  '{0} is inside of it itself.': '{0} está dentro de ella.',
  '{0} is inside of it itself: somebody wrote that down a moment before.':
    '{0} está dentro de ella: alguien lo anotó un momento antes.',
  '{0} is gone: nothing goes into it any more.': '{0} ya no existe: no se le puede montar nada.',
  '{0} is gone: somebody wrote that down a moment before.':
    '{0} ya no existe: alguien lo anotó un momento antes.',
  '{0} is gone: nothing comes out of it any more.': '{0} ya no existe: no se le puede sacar nada.',
  'Things are one inside of the other at most 1,000 times.':
    'Las cosas están unas dentro de otras 1.000 veces como mucho.',
  'There is no such thing that it could go into.': 'No existe esa cosa donde montarla.',
  'There is no such thing that it could have come out of.': 'No existe esa cosa de donde hubiera salido.',
  'There are parts inside: take them out first.': 'Tiene piezas dentro: sácalas primero.',
  'It is booked as a machine of {0}: retire it there first.':
    'Se reserva como máquina de {0}: retírala allí primero.',
  'Whoever is to have it is not known here.': 'Quien la recibiría no se conoce aquí.',
  'It would be due back before it goes out.': 'Habría que devolverla antes de que salga.',
  'That is still to come.': 'Eso todavía no ha pasado.',
  'Something later is written down of it already.': 'Ya hay algo posterior anotado de ella.',
  'It was right after what is written down last': 'Fue justo después de lo último anotado',
  'More has happened to it since: take that back first.':
    'Desde entonces le pasó algo más: deshaz eso primero.',
  'More was written down of it since: scrap it instead.':
    'Desde entonces se anotó más de ella: mejor deséchala.',
  'Something was done with its pieces since.': 'Desde entonces se hizo algo con sus piezas.',
  'A thing has {0} photographs at most: remove one first.':
    'Una cosa tiene {0} fotos como mucho: quita una primero.',
  'It is in service as a machine already.': 'Ya está en servicio como máquina.',
  'It is fitted in something: take it out first.': 'Está montada en algo: sácala primero.',
  'There is nothing that could be put into service.': 'No hay nada que poner en servicio.',
};
