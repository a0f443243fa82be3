import type { Catalogue } from '../text.ts';

export const offline: Catalogue['offline'] = {
  note: 'Sin conexión.',
  asOf: (time) => `Sin conexión. Ves cómo estaba a las ${time}.`,
  kept: (what) => `${what}: se guarda aquí y se envía cuando vuelvas a tener conexión.`,
  sent: (count) => (count === 1 ? 'Se envió lo que esperaba.' : `Se envió lo que esperaba: ${count}.`),
  unsent: (count) => `${count} sin enviar`,
  title: 'Todavía sin enviar',
  text: 'Se guarda en este navegador y se envía en este orden cuando haya conexión.',
  waiting: (when) => `Escrito a las ${when}, espera la señal.`,
  refused: (sentence) => `El servidor lo rechazó: ${sentence}`,
  behind: (what) => `Espera detrás de «${what}», que fue rechazado.`,
  offer: (fact) => `Sí: ${fact}`,
  over: 'Escribir lo mío encima',
  noThing: (code) => `Ninguna cosa tiene el código ${code}.`,
  again: 'Enviarlo otra vez',
  page: 'Abrir su página',
  drop: 'Quitarlo',
  dropped: 'Quitado. No se envió.',
  sendNow: 'Enviar ahora',
  sending: 'Se está enviando.',
  megabytes: (size) => `${size} MB de fotografías y sonidos.`,
  fileGone: 'Este navegador borró la fotografía o el sonido. Tómalo otra vez.',
  tellsPlace:
    'Este navegador no puede abrir esta fotografía, así que no pudo quitarle dónde se tomó. Pon la cámara en JPEG («más compatible») y tómala otra vez.',
  orphan: 'Aquello a lo que pertenece no se envió desde este navegador.',
  notKept: {
    full: 'No queda espacio en este navegador. Envía lo que espera o libera espacio en el dispositivo.',
    unable: 'Este navegador no guarda nada y no hay conexión. Quédate en esta página e inténtalo de nuevo.',
  },
  inPage: 'Solo está en esta página: guárdalo en el dispositivo antes de salir o inténtalo de nuevo.',
  tryAgain: 'Intentarlo de nuevo',
  save: {
    photograph: 'Guardar la fotografía en el dispositivo',
    sound: 'Guardar el sonido en el dispositivo',
  },
  leaving: (count) =>
    count === 1
      ? 'Algo que escribiste aquí todavía no se ha enviado.'
      : `${count} cosas que escribiste aquí todavía no se han enviado.`,
  leaveKept: 'Guardarlo aquí hasta que vuelva a entrar',
  leaveDropped: 'Quitarlo y salir',
};
