/** What readers, kiosks, badges and PINs are about, in Spanish. */
export const devices: Readonly<Record<string, string>> = {
  'This reader has been removed.': 'Este lector se ha retirado.',
  'This reader has been added already.': 'Este lector ya está añadido.',
  'A reader stands for machines in service in its own workshop.':
    'Un lector atiende máquinas en servicio de su propio taller.',
  'There is no such reader.': 'No hay tal lector.',
  'Nobody here has this badge.': 'Nadie tiene aquí esta tarjeta.',
  'This reader does not stand for that machine.': 'Este lector no atiende esa máquina.',
  'This machine is not one of this reader’s workshop.': 'Esta máquina no es del taller de este lector.',
  'Others were writing at the same moment: send it again.':
    'Otros escribían en el mismo momento: envíalo otra vez.',
  'This needs the key of a device that a steward has added.':
    'Hace falta la clave de un dispositivo que haya añadido una persona responsable.',
  'Nobody like that is in this workshop.': 'No hay nadie así en este taller.',
  'Its owner signs in to this account already.': 'Su dueño ya entra en esta cuenta.',
  'This account has e-mail: its owner sets that.': 'Esta cuenta tiene correo: lo fija su titular.',
  'Somebody has this badge already.': 'Alguien tiene ya esta tarjeta.',
  'They are in another workshop for longer, or in an office: do it there.':
    'Está en otro taller desde antes, o con un cargo: hazlo allí.',
  'There is no such badge.': 'No hay tal tarjeta.',
  'This link has run out, or was used.': 'Este enlace ha caducado o ya se usó.',
  'There is an account with this address already.': 'Ya hay una cuenta con esta dirección.',
  'has six digits': 'tiene seis cifras',
  'is too easily guessed': 'se adivina con demasiada facilidad',
  'is not the number of a badge': 'no es el número de una tarjeta',
  'is not a grant': 'no es un permiso',
  'is missing, and so are a name and a PIN': 'falta, y también un nombre y un PIN',
  'is missing, and so is a grant': 'falta, y también un permiso',
  'is not the secret of a link': 'no es el secreto de un enlace',
  'The name and the PIN do not go together.': 'El nombre y el PIN no coinciden.',
  'There is no such kiosk.': 'No hay tal quiosco.',
  'This kiosk is for the people of its workshop.': 'Este quiosco es para la gente de su taller.',
};
