import type { Sentences } from '../template.ts';

/** Módulos, modelos y sus dibujos. */
export const models: Sentences = {
  'There is no such module.': 'Ese módulo no existe.',
  'Many drawings are being made: ask again in a moment.':
    'Se están haciendo muchos dibujos: vuelve a pedirlo dentro de un momento.',
  'This model is too large to be drawn here.': 'Este modelo es demasiado grande para dibujarlo aquí.',
  'There is no model of which a drawing could be made.': 'No hay ningún modelo que se pueda dibujar.',
  'This revision has no model.': 'Esta revisión no tiene modelo.',
  'One thing stands against the model: the workbench says what.':
    'Hay una cosa que se opone al modelo: el banco de trabajo dice cuál.',
  '{0} things stand against the model: the workbench says what.':
    'Hay {0} cosas que se oponen al modelo: el banco de trabajo dice cuáles.',
};
