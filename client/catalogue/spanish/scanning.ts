import type { scanning as english } from '../english/scanning.ts';

/** Los textos de la cámara que lee códigos. */
export const scanning: typeof english = {
  picture: 'Lo que ve la cámara',
  hold: 'Pon la etiqueta ante la cámara.',
  read: (code) => `Leído: ${code}`,
  light: 'Luz',
  noLight: 'La luz no obedeció.',
  why: {
    insecure:
      'Los navegadores solo prestan la cámara a páginas con https. Escribe el código o elige una foto de él.',
    refused: 'El navegador no puede usar la cámara. Permítelo en sus ajustes o escribe el código.',
    none: 'Aquí no hay cámara. Escribe el código o elige una foto de él.',
    taken: 'Otra aplicación usa la cámara. Ciérrala e inténtalo de nuevo.',
    reader: 'No se pudo traer el lector de códigos. Escribe el código.',
  },
  again: 'Intentar de nuevo',
  fromPicture: 'Leer una foto de un código',
  nothingThere: 'No se encontró ningún código en la foto. Tómala más de cerca y derecha.',
  unreadable: 'No se pudo leer esa foto.',
};
