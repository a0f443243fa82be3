import type { BuildCatalogue } from '../buildTexts.ts';

export const noSignal: BuildCatalogue['noSignal'] = {
  thingWith: (code) => `la cosa con el código ${code}`,
  onlySeen:
    'Sin señal: solo se encuentra lo que este dispositivo ya vio. Vale cualquier código; se busca al enviarlo.',
  start:
    'Una máquina solo se arranca con señal: los demás deben ver que funciona, y tú si es segura. Fotografíala y sigue con lo demás; lo que haces a mano se guarda aquí.',
  reader: 'Se arranca con una tarjeta en su lector, también sin señal.',
  notKept: 'Sin espacio: una imagen solo está en esta página',
  shelf: (when) => `El estante como estaba a las ${when}.`,
  noShelf: 'Este dispositivo todavía no vio el estante.',
};
