import type { Sentences } from '../template.ts';

/** Máquinas, su cuidado y los talleres. */
export const machines: Sentences = {
  'A machine has {0} photographs at most: remove one first.':
    'Una máquina tiene como mucho {0} fotos: quita antes una.',
  'There is no such document here: send it first.': 'Ese documento no está aquí: envíalo antes.',
  'This fault has been dealt with already.': 'Este fallo ya está resuelto.',
  'This maintenance is not planned any more.': 'Este mantenimiento ya no está previsto.',
  'This machine is not in service.': 'Esta máquina no está en servicio.',
  'So many faults are open that one more says nothing new.':
    'Hay tantos fallos abiertos que uno más no dice nada nuevo.',
  'This machine has no meter “{0}”.': 'Esta máquina no tiene el contador «{0}».',
  'A machine has at most {0} maintenance plans.': 'Una máquina tiene como mucho {0} planes de mantenimiento.',
  'It cannot have been done after now.': 'No puede haberse hecho después de ahora.',
  'Read “{0}” on the machine and write it down.': 'Lee «{0}» en la máquina y anótalo.',
  '“{0}” stood at {1} before: it only rises.': '«{0}» marcaba antes {1}: solo sube.',
  'There is no such photograph here: send it first.': 'Esa foto no está aquí: envíala antes.',
  'The workshop has not defined one of these competences.':
    'El taller no ha definido una de estas competencias.',
  'A machine depends on machines of its own workshop only.':
    'Una máquina solo depende de máquinas de su propio taller.',
  'It would depend on itself: {0}.': 'Dependería de sí misma: {0}.',
  'Whoever lends it is not a member of this workshop.': 'Quien la presta no es miembro de este taller.',
  'The shortest time would be longer than the longest.':
    'El tiempo más corto sería más largo que el más largo.',
  'Only a kit has pieces to count.': 'Solo un juego tiene piezas que contar.',
  '“{0}” is no piece of this kit.': '«{0}» no es una pieza de este juego.',
  'This machine has been registered already.': 'Esta máquina ya está registrada.',
  'This machine is retired already.': 'Esta máquina ya está retirada.',
  'This machine is in service.': 'Esta máquina está en servicio.',
  'It stands in {0} now: put it into service there, or bring it back first.':
    'Ahora está en {0}: ponla en servicio allí, o tráela antes de vuelta.',
  'There is no such machine.': 'Esa máquina no existe.',
  'Nothing carries this code.': 'Nada lleva este código.',
  'There is no such note on settings.': 'Esa nota sobre ajustes no existe.',
  'You noted these settings: somebody else confirms them.':
    'Estos ajustes los anotaste tú: los confirma otra persona.',
  'Whoever noted these settings or a steward withdraws them.':
    'Estos ajustes los retira quien los anotó o una persona responsable.',
  'This reader has been removed.': 'Este lector está quitado.',
  'A reader stands for machines in service in its own workshop.':
    'Un lector responde por máquinas en servicio de su propio taller.',
  'This reader has been added already.': 'Este lector ya está añadido.',
  'This workshop has been founded already.': 'Este taller ya está fundado.',
  '{0} is defined here already.': '{0} ya está definida aquí.',
  'The first workshop has been founded already.': 'El primer taller ya está fundado.',
  'The first workshop is founded with the code that the server printed.':
    'El primer taller se funda con el código que mostró el servidor.',
  'No further workshops are founded on this server.': 'En este servidor ya no se fundan más talleres.',
  'There is an account with this address, and this is not its password.':
    'Ya hay una cuenta con este correo, y esta no es su contraseña.',
  'The operator of this server has been asked. Once they agree, you can found your workshop here.':
    'Se le ha preguntado a quien lleva este servidor. Cuando acepte, podrás fundar aquí tu taller.',
  'It was locked as unsafe: only somebody competent on it can return it to service.':
    'Se bloqueó por insegura: solo alguien competente en ella puede devolverla al servicio.',
  'It was locked as unsafe: write down what you found before it runs again.':
    'Se bloqueó por insegura: escribe qué encontraste antes de que vuelva a funcionar.',
  'come from members: sign in first': 'son de los miembros: entra primero',
  'is for a near miss only': 'es solo para un casi accidente',
  'cannot be set: what is unsafe is locked from now until somebody competent returns it':
    'no se puede fijar: lo inseguro se bloquea desde ahora hasta que alguien competente lo devuelva',
  'names a danger twice': 'nombra dos veces un peligro',
  'names a protection twice': 'nombra dos veces una protección',
  'names a competence twice': 'nombra dos veces una competencia',
  'names a machine twice': 'nombra dos veces una máquina',
  'names a meter twice': 'nombra dos veces un contador',
  'names whose it is if, and only if, a member lends it':
    'dice de quién es si la presta un miembro, y solo entonces',
  'are of a kit only': 'son solo de un juego',
  'is this workshop itself': 'es este mismo taller',
  'names a machine that the other workshop does not have in service':
    'nombra una máquina que el otro taller no tiene en servicio',
};
