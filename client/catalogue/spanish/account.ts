import type { WorkshopCatalogue } from '../workshopTexts.ts';

export const account: WorkshopCatalogue['account'] = {
  signIn: {
    title: 'Entrar',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Entrar',
    passkey: 'Entrar con una llave de acceso',
    with: (provider) => `Entrar con ${provider}`,
    orElse: 'Otras formas',
    forgot: '¿Olvidaste tu contraseña?',
    create: 'Crear una cuenta',
    have: '¿Ya tienes cuenta? Entra',
    passkeyFailed: 'No se usó ninguna llave de acceso. Inténtalo otra vez o entra con tu contraseña.',
    insecure:
      'Esta dirección no tiene HTTPS. Las llaves de acceso, la cámara y el uso sin conexión lo necesitan; díselo a quien lleva este servidor.',
    demoTitle: 'Esta es la región de muestra',
    demoMember: 'Entrar como miembro',
    demoSteward: 'Entrar como responsable',
    welcome: (name) => `Hola, ${name}.`,
  },
  create: {
    title: 'Crear una cuenta',
    name: 'Tu nombre',
    nameHint: 'Lo ve la gente de tus talleres. Un apodo también sirve.',
    password: 'Contraseña',
    passwordHint: 'Al menos 8 caracteres.',
    submit: 'Crear la cuenta',
    privacy:
      'Tu nombre y tu correo no entran en el registro. Puedes llevarte tus datos o borrarlos cuando quieras.',
  },
  forgot: {
    title: 'Olvidaste tu contraseña',
    text: 'Te llega un correo con un enlace. El enlace sirve durante una hora.',
    submit: 'Enviar el correo',
    sent: 'Si esa dirección tiene cuenta, el correo va en camino.',
    noMail:
      'Este servidor no envía correos, así que no puede cambiar una contraseña. Entra con una llave de acceso o pide a quien lleva el servidor que configure el correo.',
    back: 'Volver',
  },
  reset: {
    title: 'Elige una contraseña nueva',
    password: 'Contraseña nueva',
    submit: 'Guardar la contraseña',
    done: 'Tu contraseña está guardada. Entra con ella.',
    missing: 'Este enlace está incompleto o caducó. Pide uno nuevo.',
    ask: 'Pedir un enlace nuevo',
  },
  found: {
    title: 'Funda el primer taller',
    anotherTitle: 'Funda un taller',
    intro: 'Este servidor es nuevo. El código está en la terminal donde se inició.',
    code: 'Código de un solo uso',
    you: 'Tú, su primera persona responsable',
    workshop: 'El taller',
    submit: 'Fundarlo',
    done: (name) => `${name} está fundado. Faltan cinco pasos.`,
    closed: 'En este servidor ya no se fundan más talleres.',
    asked: 'Habla con quien lleva este servidor: funda los demás talleres.',
    hoursNote:
      'Empieza con las tardes de lunes a viernes, de 17:00 a 21:00, y el sábado de 10:00 a 16:00. Lo cambias a continuación.',
  },
  claim: {
    title: 'Tu cuenta',
    text: 'Alguien la creó para ti. Elige una contraseña y será solo tuya.',
    submit: 'Hacerla mía',
    done: 'La cuenta es tuya.',
  },
  invite: {
    title: 'Tienes una invitación',
    text: (workshop) => `Acepta la invitación y estarás en ${workshop}.`,
    accept: 'Unirme al taller',
    signIn: 'Entrar para unirme',
    create: 'Crear una cuenta para unirme',
    joined: (workshop) => `Ya estás en ${workshop}.`,
  },
};
