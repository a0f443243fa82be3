import type { Sentences } from '../template.ts';

/** Fotos y manuales. */
export const files: Sentences = {
  'This file was withdrawn before.': 'Este archivo ya se retiró.',
  'The file did not arrive whole: send it again.': 'El archivo no llegó entero: envíalo otra vez.',
  'The photograph has {0} × {1} pixels; up to {2} million are taken.':
    'La foto tiene {0} × {1} píxeles; se aceptan hasta {2} millones.',
  'The file is empty.': 'El archivo está vacío.',
  '{0} may have {1} MB.': '{0} puede tener {1} MB.',
  'The {0} is cut off or damaged: send it again.':
    'El archivo ({0}) está cortado o dañado: envíalo otra vez.',
  'This file was withdrawn.': 'Este archivo se retiró.',
  'Files are taken from the people of a workshop: join one first.':
    'Los archivos se aceptan de la gente de un taller: únete antes a uno.',
  'There is no such file.': 'Ese archivo no existe.',
  'Whoever sent a file in may withdraw it, those who maintain its design, and stewards of a workshop that shows it.':
    'Un archivo lo puede retirar quien lo envió, quien mantiene su diseño y las personas responsables de un taller que lo muestra.',
  'No such file is coming in: it may have been thrown away.':
    'No está llegando ningún archivo así: puede que se haya desechado.',
  'What had come of this file is gone: send it again.':
    'Lo que había llegado de este archivo se perdió: envíalo otra vez.',
  'More came than was announced: send the file again.':
    'Llegó más de lo anunciado: envía el archivo otra vez.',
  'What came is not what was announced: send the file again.':
    'Lo que llegó no es lo anunciado: envía el archivo otra vez.',
  'must be the number of a byte': 'tiene que ser el número de un byte',
  'The byte to send next is number {0}.': 'El siguiente byte por enviar es el número {0}.',
  'The file ends before that.': 'El archivo termina antes.',
  'This is a HEIC photograph, which most browsers cannot show: send it as JPEG.':
    'Es una foto HEIC, que la mayoría de los navegadores no muestra: envíala como JPEG.',
  'This is a film or an AVIF picture: send a photograph as JPEG, PNG or WebP.':
    'Es un vídeo o una imagen AVIF: envía una foto en JPEG, PNG o WebP.',
  'This is a GIF: send it as JPEG or PNG.': 'Es un GIF: envíalo como JPEG o PNG.',
  'This is an archive or an office document: send a manual as PDF.':
    'Es un archivo comprimido o un documento de oficina: envía el manual en PDF.',
  'This is a web page or an SVG drawing: send a photograph as JPEG, PNG or WebP.':
    'Es una página web o un dibujo SVG: envía una foto en JPEG, PNG o WebP.',
  'This is neither a photograph (JPEG, PNG, WebP) nor a manual (PDF), whatever its name says.':
    'No es una foto (JPEG, PNG, WebP) ni un manual (PDF), diga lo que diga su nombre.',
  'Send a few files at a time.': 'Envía pocos archivos a la vez.',
  'Files are sent as they are, without compression.': 'Los archivos se envían como son, sin comprimir.',
  'A voice note may have {0} MB.': 'Una nota de voz puede tener {0} MB.',
  'A file may have {0} MB.': 'Un archivo puede tener {0} MB.',
};
