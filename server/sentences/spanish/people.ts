import type { Sentences } from '../template.ts';

/** Personas, cargos, competencias, claves y avisos. */
export const people: Sentences = {
  'There is no such competence.': 'Esa competencia no existe.',
  'That competence is not one of this workshop.': 'Esa competencia no es de este taller.',
  'Another trainer has to confirm what you can do.':
    'Lo que sabes hacer lo tiene que confirmar otra persona que dé esa formación.',
  'They do not have that competence from here.': 'No tiene esa competencia de aquí.',
  'They have that competence already.': 'Ya tiene esa competencia.',
  'They are not paused.': 'No está en pausa.',
  'They have not asked to come in.': 'No ha pedido entrar.',
  'Nobody pauses themselves.': 'Nadie se pone en pausa a sí mismo.',
  'Another steward has to review this pause.': 'Esta pausa la tiene que revisar otra persona responsable.',
  'This pause has been upheld already.': 'Esta pausa ya está confirmada.',
  'Another steward has to lift your pause.': 'Tu pausa la tiene que levantar otra persona responsable.',
  'You are in already.': 'Ya estás dentro.',
  'You came in with this invitation before: ask for another one.':
    'Ya entraste antes con esta invitación: pide otra.',
  'This workshop takes in people with an invitation: ask a member for one.':
    'A este taller se entra con invitación: pídesela a un miembro.',
  'You have asked already; a steward will answer.': 'Ya lo pediste; te responderá una persona responsable.',
  'They are in already.': 'Ya está dentro.',
  'This invitation is used up, has run out or was withdrawn.':
    'Esta invitación ya se usó, caducó o se retiró.',
  'There is no such workshop.': 'Ese taller no existe.',
  'A key acts in a workshop of yours.': 'Una clave actúa en uno de tus talleres.',
  'You have {0} keys: revoke one first.': 'Tienes {0} claves: anula antes una.',
  'You have no such key.': 'No tienes esa clave.',
  'This account has been erased.': 'Esta cuenta está borrada.',
  'Undone at once.': 'Deshecho al momento.',
  'They are not in this workshop.': 'No está en este taller.',
  'The end of the {0} must lie ahead.': 'El fin de {0} tiene que estar en el futuro.',
  'They do not hold that office.': 'No tiene ese cargo.',
  'Only stewards and trainers book for others.':
    'Solo reservan para otras personas quienes son responsables o dan formación.',
  'They hold that office already.': 'Ya tiene ese cargo.',
  'Only members of this workshop are appointed.': 'Solo se nombra a miembros de este taller.',
  'Only a trainer is appointed for a competence.': 'Solo quien da formación se nombra para una competencia.',
  'A trainer is appointed for a competence of this workshop.':
    'Quien da formación se nombra para una competencia de este taller.',
  'Another steward has to appoint you as a trainer.':
    'Para dar formación te tiene que nombrar otra persona responsable.',
  'A workshop needs a steward: appoint another one first.':
    'Un taller necesita una persona responsable: nombra antes a otra.',
  'That competence does not count here.': 'Esa competencia no cuenta aquí.',
  'Only a competence of another workshop can be recognised.':
    'Solo se puede reconocer una competencia de otro taller.',
  'That competence counts here already.': 'Esa competencia ya cuenta aquí.',
  'You have {0} calendar feeds: revoke one first.': 'Tienes {0} calendarios: anula antes uno.',
  'You have no such calendar feed.': 'No tienes ese calendario.',
  'This calendar address is revoked, or never was.':
    'Esta dirección de calendario está anulada o nunca existió.',
  'Pushes go to public https addresses only.': 'Los avisos solo van a direcciones https públicas.',
  'No such device of yours takes pushes.': 'Ese dispositivo tuyo no recibe avisos.',
  'That could not be verified.': 'No se pudo comprobar.',
  'The provider does not answer.': 'El proveedor no responde.',
  'Too many requests: wait a moment.': 'Demasiadas peticiones: espera un momento.',
  'The disk that holds the accounts is full.': 'El disco de las cuentas está lleno.',
  'The disk that holds the accounts may only be read at present.':
    'Ahora el disco de las cuentas solo se puede leer.',
  'The accounts are busy; try again in a moment.': 'Las cuentas están ocupadas; inténtalo en un momento.',
  'The accounts could not be read or written.': 'No se pudieron leer ni escribir las cuentas.',
};
