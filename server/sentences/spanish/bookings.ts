import type { Sentences } from '../template.ts';

/** Reservas, uso, lista de espera y formaciones. */
export const bookings: Sentences = {
  'Nobody waits for this answer any more.': 'Ya nadie espera esta respuesta.',
  'The time for an answer is over: the request has lapsed.':
    'Pasó el tiempo para responder: la petición caducó.',
  'Only whoever was asked to supervise can answer.':
    'Solo puede responder quien recibió la petición de supervisar.',
  'A steward answers this.': 'A esto responde una persona responsable.',
  'Another steward answers what you have booked yourself.':
    'A lo que reservaste tú responde otra persona responsable.',
  'This has been answered already, or it is over.': 'Ya se respondió, o ya terminó.',
  'It is in use: hand it over instead.': 'Está en uso: mejor entrégala a la otra persona.',
  'It is theirs already.': 'Ya es suya.',
  'A booking can be corrected for 14 days after its end.':
    'Una reserva se puede corregir durante 14 días después de su fin.',
  'This booking is not over yet: move or resize it instead.':
    'Esta reserva no ha terminado: mejor muévela o cambia su duración.',
  'This booking never came about.': 'Esta reserva nunca llegó a darse.',
  'It is still in use: stop it first.': 'Todavía está en uso: primero párala.',
  'What has not happened yet cannot be corrected.': 'Lo que todavía no ha pasado no se puede corregir.',
  'A correction reaches at most 14 days back.': 'Una corrección llega como mucho 14 días atrás.',
  'This cannot be done yet.': 'Esto todavía no se puede hacer.',
  'There is no such machine in this workshop.': 'Esa máquina no existe en este taller.',
  'The clock skips this time on that day.': 'Ese día los relojes se saltan esa hora.',
  'There is no such booking.': 'Esa reserva no existe.',
  'There is no such fault.': 'Ese fallo no existe.',
  'This maintenance is not planned, or not any more.': 'Ese mantenimiento no está previsto, o ya no.',
  'There is no such outage.': 'Esa parada no existe.',
  'An outage has to start before it ends.': 'Una parada tiene que empezar antes de terminar.',
  'It is expected back at a time that is already past.': 'Se espera que vuelva a una hora que ya pasó.',
  'The machine has been returned to service already.': 'La máquina ya volvió al servicio.',
  'Nobody can set this rule aside: {0}.': 'Nadie puede dejar de lado esta regla: {0}.',
  'Only a steward can set rules aside.': 'Solo una persona responsable puede dejar reglas de lado.',
  'Only a trainer of the competence can let somebody use the machine without it.':
    'Solo quien da la formación de esa competencia puede dejar usar la máquina sin ella.',
  'Nobody can do without a competence by their own word.':
    'Nadie puede prescindir de una competencia por decisión propia.',
  'This booking has been placed already.': 'Esta reserva ya está hecha.',
  'This booking is in use: stop it instead.': 'Esta reserva está en uso: mejor termínala.',
  'This booking has been cancelled already.': 'Esta reserva ya está cancelada.',
  'A reservation has to start before it ends.': 'Una reserva del taller tiene que empezar antes de terminar.',
  'This reservation is over, or has been lifted already.':
    'Esta reserva del taller ya terminó o ya se levantó.',
  'It can be booked {0} ahead at most: until {1}.':
    'Se puede reservar con {0} de antelación como mucho: hasta {1}.',
  'It is booked {0} before at the latest.': 'Se reserva con {0} de antelación como mínimo.',
  'It needs the induction for {0}, and whoever supervises has to have it until the end.':
    'Hace falta la formación de {0}, y quien supervisa la tiene que tener hasta el final.',
  'It needs the induction for {0}.': 'Hace falta la formación de {0}.',
  'The induction for “{0}” holds until {1} only.': 'La formación de «{0}» solo vale hasta {1}.',
  'A booking lasts {0} at least.': 'Una reserva dura al menos {0}.',
  'A booking lasts {0} at most.': 'Una reserva dura como mucho {0}.',
  'This booking is over.': 'Esta reserva ya terminó.',
  'This booking has been cancelled.': 'Esta reserva está cancelada.',
  'This booking has been declined.': 'Esta reserva fue rechazada.',
  'Nobody answered this booking in time.': 'Nadie respondió a tiempo a esta reserva.',
  'This booking was missed.': 'Nadie vino a esta reserva.',
  'This booking has not been cancelled.': 'Esta reserva no está cancelada.',
  'There have to be {0} between two bookings of yours, and you have it {1}.':
    'Entre dos reservas tuyas tiene que haber {0}, y la tienes {1}.',
  'It is held for somebody else until {0}.': 'Se guarda para otra persona hasta {0}.',
  'A booking has to start before it ends.': 'Una reserva tiene que empezar antes de terminar.',
  'It cannot be collected at {0}: the workshop is closed.':
    'No se puede recoger a {0}: el taller está cerrado.',
  'It cannot be brought back at {0}: the workshop is closed.':
    'No se puede devolver a {0}: el taller está cerrado.',
  'You can have {0} of this workshop at a time: bring one back first.':
    'Puedes tener {0} de este taller a la vez: devuelve antes una.',
  'It belongs to “{0}”, which is lent and overdue.': 'Es parte de «{0}», que está prestado y con retraso.',
  'It belongs to “{0}”, which is lent until {1}.': 'Es parte de «{0}», que está prestado hasta {1}.',
  '“{0}”, which belongs to it, is lent and overdue.':
    '«{0}», que es parte de él, está prestada y con retraso.',
  '“{0}”, which belongs to it, is lent until {1}.': '«{0}», que es parte de él, está prestada hasta {1}.',
  '{0} is lent and overdue.': '{0} está prestado y con retraso.',
  '{0} is lent until {1}.': '{0} está prestado hasta {1}.',
  'Only members of this workshop can borrow here.': 'Aquí solo toman prestado los miembros de este taller.',
  'Borrowing is paused until {0}.': 'Los préstamos están en pausa hasta {0}.',
  'There is no such tool in this workshop.': 'Esa herramienta no existe en este taller.',
  'Nobody has it: it is on its shelf.': 'Nadie la tiene: está en su estante.',
  'This is not lent.': 'Esto no se presta.',
  'It cannot be renewed.': 'No se puede renovar.',
  'It can be renewed {0}.': 'Se puede renovar {0}.',
  'Somebody waits for it: bring it back.': 'Alguien la espera: devuélvela.',
  'Only members of this workshop can book here.': 'Aquí solo pueden reservar los miembros de este taller.',
  'The membership here ends at {0}.': 'La membresía de aquí termina a {0}.',
  'Bookings are paused until {0}.': 'Las reservas están en pausa hasta {0}.',
  'You can have {0} ahead of you on this machine.': 'En esta máquina puedes tener {0} por delante.',
  'You can have this machine for {0} ahead, all bookings together.':
    'Puedes tener reservada esta máquina {0}, contando todas tus reservas.',
  'The workshop is closed now.': 'El taller está cerrado ahora.',
  'The workshop is closed at {0}.': 'El taller está cerrado a {0}.',
  'Its quiet hours are on at {0}.': 'A {0} son sus horas de silencio.',
  '{0} out of order, and nobody knows yet until when.':
    '{0} fuera de servicio, y nadie sabe todavía hasta cuándo.',
  '{0} out of order and expected back at {1}.': '{0} fuera de servicio y se espera que vuelva a {1}.',
  'It is already booked {0}.': 'Ya está reservada {0}.',
  'All {0} places are booked {1}.': 'Las {0} plazas están reservadas {1}.',
  'This time is already past.': 'Esa hora ya pasó.',
  'A booking cannot end before now.': 'Una reserva no puede terminar antes de ahora.',
  'You can have {0} a day: {1} is taken up.': 'Puedes tener {0} al día: {1} ya está completo.',
  'You can have it for {0} a day: that is exceeded on {1}.': 'Puedes tenerla {0} al día: {1} se pasa de eso.',
  'The workshop has reserved it {0}.': 'El taller la tiene reservada {0}.',
  '{0} is not in service.': '{0} no está en servicio.',
  'It needs {0} between two bookings, and is booked {1}.':
    'Necesita {0} entre dos reservas, y está reservada {1}.',
  'It is not booked ahead: when it is free, start it at the machine.':
    'No se reserva con antelación: cuando esté libre, ponla en marcha en la máquina.',
  'This booking still waits for an answer.': 'Esta reserva todavía espera una respuesta.',
  'It is in use already.': 'Ya está en uso.',
  'It starts at {0}.': 'Empieza a {0}.',
  'This has been started already.': 'Ya se puso en marcha.',
  'It is started with a booking only: book it first.': 'Solo se pone en marcha con reserva: resérvala antes.',
  'A steward confirms each use of it: book it first.':
    'Una persona responsable confirma cada uso: resérvala antes.',
  'Whoever supervises has to agree first: book it, and they are asked.':
    'Quien supervisa tiene que aceptar antes: resérvala y se le pregunta.',
  'Starting machines is paused until {0}.': 'No puedes poner máquinas en marcha hasta {0}: estás en pausa.',
  'The session before has run over. Is it over? Then end it first.':
    'El uso anterior se pasó de su hora. ¿Ya terminó? Entonces ciérralo antes.',
  'It is in use.': 'Está en uso.',
  'It is in use: only its end can be changed.': 'Está en uso: solo se puede cambiar su fin.',
  'It has no meter “{0}”.': 'No tiene ningún contador «{0}».',
  'The session before ran over: it is ready again at {0}.':
    'El uso anterior se alargó: vuelve a estar lista el {0}.',
  'It is never used alone: somebody else has to be in the room.':
    'Nunca se usa a solas: tiene que haber alguien más en la sala.',
  'It is started with a badge at its reader.': 'Se pone en marcha con una credencial en su lector.',
  'It has been in use for more than a minute: stop it instead.':
    'Lleva más de un minuto en uso: mejor termínala.',
  'It is not in use any more.': 'Ya no está en uso.',
  'Somebody else uses it, and their time is not over.': 'La usa otra persona, y su tiempo no ha terminado.',
  'What has not happened yet cannot be written down.': 'Lo que todavía no ha pasado no se puede anotar.',
  'It cannot have ended before it began.': 'No puede haber terminado antes de empezar.',
  '“{0}” stood at {1} before: is {2} right, because it was exchanged or set back?':
    '«{0}» marcaba antes {1}: ¿es correcto {2}, porque se cambió o se puso a cero?',
  'The meter “{0}” stood at {1} before: say so if it was exchanged or set back.':
    'El contador «{0}» marcaba antes {1}: dilo si se cambió o se puso a cero.',
  'They use it already.': 'Ya la usa esa persona.',
  'What is left of this time is shorter than what you wish for.':
    'Lo que queda de ese tiempo es más corto que lo que pides.',
  'You are in line for this time already.': 'Ya estás en la lista de espera para ese tiempo.',
  'You are in line {0} times already.': 'Ya estás {0} veces en la lista de espera.',
  'You are not in line there.': 'No estás en esa lista de espera.',
  'There is no need to wait: it is free.': 'No hace falta esperar: está libre.',
  'You are not in line any more.': 'Ya no estás en la lista de espera.',
  'It is not held for you any more.': 'Ya no se guarda para ti.',
  'This induction has been cancelled.': 'Esta formación está cancelada.',
  'This induction has begun already.': 'Esta formación ya empezó.',
  'This induction is over.': 'Esta formación ya terminó.',
  'This induction has been announced already.': 'Esta formación ya está anunciada.',
  'That machine is not in service in this workshop.': 'Esa máquina no está en servicio en este taller.',
  'An induction has to start before it ends.': 'Una formación tiene que empezar antes de terminar.',
  'There are {0} people with a place already.': 'Ya hay {0} personas con plaza.',
  'Somebody has attended this induction already.': 'Alguien ya asistió a esta formación.',
  'Only people of this workshop take part here.': 'Aquí solo participa gente de este taller.',
  'Whoever gives the induction needs no place in it.': 'Quien da la formación no necesita plaza.',
  'A place, or the waiting for one, is there already.': 'Ya hay una plaza, o se está esperando una.',
  'There is no place to give up.': 'No hay plaza que dejar.',
  'Who has attended keeps that.': 'Quien asistió lo conserva.',
  'This induction has not begun yet.': 'Esta formación todavía no ha empezado.',
  'Only somebody with a place can have attended.': 'Solo puede haber asistido alguien con plaza.',
  'There is no such induction.': 'Esa formación no existe.',
};
