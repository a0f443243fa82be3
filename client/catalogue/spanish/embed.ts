import type { DesignCatalogue } from '../designTexts.ts';

export const embed: DesignCatalogue['embed'] = {
  title: 'En tu propia página',
  lead: 'Wikis, blogs y manuales pueden mostrar este diseño: su imagen, quién lo hizo, su licencia y el modelo para girarlo.',
  which: 'Qué muestra',
  newest: 'Siempre la revisión más nueva',
  thisOne: (revision) => `La revisión ${revision}, para siempre`,
  code: 'Código para pegar',
  copyCode: 'Copiar el código',
  address: 'A los programas que aceptan una dirección (oEmbed) les basta la de la página de este diseño.',
  coming: 'Se está trayendo el modelo.',
  again: 'Intentar otra vez',
  failed: {
    offline: 'No se pudo traer el modelo. ¿Hay conexión?',
    withdrawn: 'Esta revisión del diseño se retiró.',
    outOfTime: 'Montarlo tardó demasiado en este aparato.',
    outOfMemory: 'A este aparato no le alcanza la memoria para este modelo.',
    tooManyPieces: 'Tiene más piezas de las que se pueden mostrar a la vez.',
    unexpected: 'Aquí no se pudo mostrar el modelo. El diseño completo se puede abrir abajo.',
  },
};
