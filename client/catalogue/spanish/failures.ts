import type { Catalogue } from '../text.ts';

export const failures: Catalogue['failures'] = {
  kinds: {
    'malformed-request': 'El servidor no lo entendió. Vuelve a cargar la página e inténtalo otra vez.',
    'invalid-request': 'Algo aquí no encaja. Mira los campos marcados.',
    'too-large': 'Es demasiado largo. Acórtalo e inténtalo otra vez.',
    'unsupported-media-type': 'El servidor no acepta ese tipo de archivo.',
    'file-refused':
      'Este archivo no se puede aceptar. Sí se aceptan fotos (JPEG, PNG, WebP) y manuales (PDF).',
    'file-withdrawn': 'Este archivo se retiró y no se vuelve a aceptar.',
    'upload-offset': 'Este archivo también se está enviando desde otro lugar: espera un momento.',
    'not-signed-in': 'Entra primero.',
    forbidden: 'Aquí no puedes hacer eso. Una persona responsable sí.',
    'wrong-origin':
      'Esta página se abrió con una dirección que el servidor no conoce. Usa su dirección de siempre.',
    'not-found': 'Eso ya no está.',
    'method-not-allowed': 'Eso no se puede hacer aquí.',
    'format-not-offered': 'El servidor no lo tiene en ese formato.',
    refused: 'Las reglas lo impiden.',
    'command-id-missing': 'El servidor no lo entendió. Vuelve a cargar la página e inténtalo otra vez.',
    'command-id-reused': 'El servidor conoce esa orden con otro contenido. Vuelve a cargar la página.',
    contended: 'Mucha gente lo está cambiando a la vez. Inténtalo otra vez.',
    'precondition-required': 'Vuelve a cargar la página e inténtalo otra vez.',
    'precondition-failed': 'Alguien lo cambió mientras tanto. Míralo otra vez y repítelo.',
    'rate-limited': 'Demasiados intentos. Espera un minuto.',
    'storage-full': 'El disco del servidor está lleno. Díselo a quien lo lleva; no se escribió nada.',
    'storage-read-only': 'El servidor no puede escribir. Díselo a quien lo lleva; no se escribió nada.',
    'log-unavailable': 'El servidor no alcanza su registro. Inténtalo en un momento; no se escribió nada.',
    starting: 'El servidor está arrancando. Inténtalo en un momento.',
    'sign-in-failed': 'Ese correo y esa contraseña no van juntos.',
    'account-refused': 'No se pudo crear esa cuenta.',
    'code-invalid': 'Ese código no vale o ya caducó.',
    internal: 'Algo falló en el servidor. Inténtalo otra vez; si sigue, díselo a quien lo lleva.',
    offline: 'Sin conexión. No se perdió nada: inténtalo cuando vuelvas a tenerla.',
    unreadable: 'El programa cambió desde que abriste esta página. Vuelve a cargarla.',
  },
};
