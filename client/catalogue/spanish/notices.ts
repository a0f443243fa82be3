import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const notices: WorkshopCatalogue['notices'] = {
  title: 'Avisos',
  text: 'Lo que haces tú nunca es novedad para ti.',
  topics: {
    bookings: 'Lo que cambia mis reservas',
    held: 'Lo que está apartado para mí',
    loans: 'Mis préstamos: por vencer, vencidos, pedidos',
    asked: 'Quien me pide supervisar o aprobar',
    competences: 'Formaciones y competencias',
    membership: 'Membresías, cargos, pausas',
    care: 'Fallos y cuidado de máquinas',
    designs: 'Mis diseños, y lo que escribí sobre otros',
    reminders: 'Una reserva mía empieza en menos de una hora',
    digest: 'Mi semana por correo los lunes',
    invitations: 'Mis reservas por correo, como invitaciones de calendario',
  },
  channels: { program: 'Aquí', mail: 'Correo', push: 'Al dispositivo' },
  saved: 'Tus avisos están puestos.',
  noMail: 'Este servidor no envía correo.',
  push: {
    title: 'Avisos a este dispositivo',
    text: 'Un aviso dice una sola frase, también con el programa cerrado.',
    impossible:
      'Este navegador no recibe avisos aquí. Hace falta HTTPS; en un iPhone, añade antes la página a la pantalla de inicio.',
    denied: 'Este navegador prohíbe los avisos de esta página. Permítelos en sus ajustes.',
    start: 'Recibir avisos en este dispositivo',
    started: 'Este dispositivo recibe avisos.',
    end: 'No recibir más avisos en este dispositivo',
    ended: 'Este dispositivo ya no recibe avisos.',
    test: 'Enviar una prueba',
    tested: (devices) =>
      devices === 0
        ? 'Ningún dispositivo tuyo recibe avisos.'
        : `Va una prueba a ${devices === 1 ? 'un dispositivo' : `${devices} dispositivos`}.`,
  },
  feeds: {
    title: 'Calendarios',
    text: 'Una dirección secreta que lee tu programa de calendario. Quien la tenga puede leerla: anúlala si se difundió.',
    none: 'No tienes ninguna.',
    mine: 'Mis reservas',
    which: '¿De qué?',
    aMachine: (machine) => `${machine}, sin nombres`,
    make: 'Crear una dirección',
    once: 'Cópiala o escanéala ahora: solo se muestra esta vez.',
    address: 'Dirección del calendario',
    copy: 'Copiar la dirección',
    square: 'La dirección como código cuadrado',
    open: 'Abrirla en tu programa de calendario',
    never: 'todavía sin leer',
    read: (day) => `leída por última vez ${day}`,
    revoke: (name) => `Anular la dirección de ${name}`,
    revokeWord: 'Anular',
    revoked: 'La dirección está anulada.',
  },
};
