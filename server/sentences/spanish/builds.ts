import type { Sentences } from '../template.ts';

/** Construcciones y trabajo. */
export const builds: Sentences = {
  'There is no such build.': 'Esa construcción no existe.',
  'It is completed: open it again first.': 'Está terminada: primero vuelve a abrirla.',
  'It is completed already.': 'Ya está terminada.',
  'Its things exist by now: complete it again, and scrap what came to nothing.':
    'Sus objetos ya existen: vuelve a terminarla y desecha lo que no sirvió.',
  'The shelf with {0} has been counted since: it stays as it was completed.':
    'Desde entonces se ha contado el estante con {0}: queda como se terminó.',
  'It was given up: open it again first.': 'Se abandonó: primero vuelve a abrirla.',
  'This build has been started already.': 'Esta construcción ya empezó.',
  'What this build is done to was said when it began.': 'A qué se le hace se dijo al empezar.',
  'It has ended: open it again to say what was mended.':
    'Ha terminado: ábrela de nuevo para decir qué se reparó.',
  'Say which thing this is done to.': 'Di a qué objeto se le hace esto.',
  'There is no such thing.': 'Ese objeto no existe.',
  'What is made is either counted or followed thing by thing, not both.':
    'Lo que se hace se cuenta o se sigue pieza por pieza, no las dos cosas.',
  'The build for which this is made has no such line.':
    'La construcción para la que se hace esto no tiene esa línea.',
  'The revision that is built has no such step.': 'La revisión que se construye no tiene ese paso.',
  'The revision that is built has no such line.': 'La revisión que se construye no tiene esa línea.',
  'What has not happened yet cannot be written down.': 'Lo que aún no ha pasado no se puede anotar.',
  'That is more than a year ago.': 'De eso hace más de un año.',
  'That is more than ten years ago.': 'De eso hace más de diez años.',
  'There is no such photograph or sound here: send it first.':
    'Esa foto o ese sonido no está aquí: envíalo primero.',
  'There is no such entry in this log.': 'Este diario no tiene esa entrada.',
  'One entry holds {0} sounds: write another entry.':
    'En una entrada caben {0} sonidos: escribe otra entrada.',
  'It is built from no design, so there is nobody to tell of the problem.':
    'No se construye según ningún diseño, así que no hay a quién contarle el problema.',
  'The least that it may be is more than the most.': 'El mínimo es mayor que el máximo.',
  'That was never written down here.': 'Eso nunca se anotó aquí.',
  'It has ended: there is nothing left to plan.': 'Ya terminó: no queda nada por planear.',
  'A build cannot make its own parts for itself.': 'Una construcción no puede hacerse sus propias piezas.',
  'That machine was not in use then.': 'Esa máquina no se estaba usando entonces.',
  'These hours belong to another build: take them out there first.':
    'Estas horas son de otra construcción: primero sácalas de allí.',
  'This build makes no such thing.': 'Esta construcción no hace ese objeto.',
  'Another thing of this design has the serial {0}.': 'Otro objeto de este diseño tiene el número {0}.',
  'This build makes nothing that is counted.': 'Esta construcción no hace nada que se cuente.',
  '{0} is a machine by now: it stays as it was completed.': '{0} ya es una máquina: queda como se terminó.',
  'Something has happened with {0} since: it stays as it was completed.':
    'Desde entonces ha pasado algo con {0}: queda como se terminó.',
  'Some of {0} has been used since: it stays as it was completed.':
    'Desde entonces se ha usado parte de {0}: queda como se terminó.',
  'You have not noted that.': 'Eso no lo has anotado.',
  'What you worked on is not known here.': 'Aquello en lo que trabajaste no se conoce aquí.',
  'needs a photograph, a sound or words': 'necesita una foto, un sonido o palabras',
};
