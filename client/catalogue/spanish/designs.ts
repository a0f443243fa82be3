import type { DesignCatalogue } from '../designTexts.ts';

export const designs: DesignCatalogue['designs'] = {
  title: 'Diseños',
  one: 'Diseño',
  markdown: {
    done: 'hecho:',
    toDo: 'por hacer:',
    pictureElsewhere: (name) => (name ? `Imagen en otro sitio: ${name}` : 'Imagen en otro sitio'),
    readOn: 'Seguir leyendo',
  },
};
