import type { Sentences } from '../template.ts';

/** Módulos, modelos y sus dibujos. */
export const models: Sentences = {
  'There is no such module.': 'Ese módulo no existe.',
  'Many drawings are being made: ask again in a moment.':
    'Se están haciendo muchos dibujos: vuelve a pedirlo dentro de un momento.',
  'This model is too large to be drawn here.': 'Este modelo es demasiado grande para dibujarlo aquí.',
  'There is no model of which a drawing could be made.': 'No hay ningún modelo que se pueda dibujar.',
  'Many models are being reckoned: ask again in a moment.':
    'Se están calculando muchos modelos: vuelve a pedirlo dentro de un momento.',
  'This model is too large to be reckoned here.': 'Este modelo es demasiado grande para calcularlo aquí.',
  'The model could not be checked here now: the workbench says what stands against it.':
    'El modelo no se pudo comprobar aquí ahora: el banco de trabajo dice qué se le opone.',
  'This revision has no model.': 'Esta revisión no tiene modelo.',
  'One thing stands against the model: the workbench says what.':
    'Hay una cosa que se opone al modelo: el banco de trabajo dice cuál.',
  '{0} things stand against the model: the workbench says what.':
    'Hay {0} cosas que se oponen al modelo: el banco de trabajo dice cuáles.',
};
