import type { Sentences } from '../template.ts';

/** Licencias, y diseños que van y vienen como manifiestos Open Know-How. */
export const exchange: Sentences = {
  '“{0}” is not an SPDX licence expression: choose one of the list, or name it LicenseRef-….':
    '«{0}» no es una expresión de licencia SPDX: elige una de la lista, o llámala LicenseRef-….',
  '“{0}” stands under {1}, the whole under {2}: whoever changes that part goes by its own licence. {3} fits both.':
    '«{0}» está bajo {1}, y el conjunto bajo {2}: quien cambie esa pieza sigue la licencia de ella. {3} sirve para las dos.',
  '{0} lets nobody publish a changed version of it: ask its authors for another licence.':
    '{0} no deja a nadie publicar una versión cambiada: pide otra licencia a sus autores.',
  '{0} wants every changed version to be shared alike: {1} would drop that. Choose {2}.':
    '{0} quiere que toda versión cambiada se comparta igual: {1} lo quitaría. Elige {2}.',
  '{0} wants every changed version to stay non-commercial: {1} would drop that. Choose {2}.':
    '{0} quiere que toda versión cambiada siga sin fines comerciales: {1} lo quitaría. Elige {2}.',
  'Nothing is known of what {0} lets a changed version stand under but itself: {1} would drop that. Choose {2}.':
    'No se sabe bajo qué otra licencia deja {0} que esté una versión cambiada: {1} la quitaría. Elige {2}.',
  '{0} wants every changed version to be shared alike, and no licence fits all that this is made from.':
    '{0} quiere que toda versión cambiada se comparta igual, y ninguna licencia sirve para todo aquello de lo que esto está hecho.',
  '{0} wants every changed version to stay non-commercial, and no licence fits all that this is made from.':
    '{0} quiere que toda versión cambiada siga sin fines comerciales, y ninguna licencia sirve para todo aquello de lo que esto está hecho.',
  'Nothing is known of what {0} lets a changed version stand under but itself, and no licence fits all that this is made from.':
    'No se sabe bajo qué otra licencia deja {0} que esté una versión cambiada, y ninguna licencia sirve para todo aquello de lo que esto está hecho.',

  'It gives no width, depth and height above zero.': 'No da ancho, fondo y alto mayores que cero.',
  'Read as {0} × {1} × {2} mm.': 'Se lee como {0} × {1} × {2} mm.',
  '“{0}” is no language tag.': '«{0}» no es una etiqueta de idioma.',
  '“{0}” is read as {1}.': '«{0}» se lee como {1}.',
  '“{0}” is no web address.': '«{0}» no es una dirección web.',
  '{0} has more than {1} MB: that is no manifest.': '{0} tiene más de {1} MB: eso no es un manifiesto.',
  'Its content is {0}, whatever its name says.': 'Su contenido es {0}, diga lo que diga su nombre.',
  '{0} names no fields: it is no Open Know-How manifest.':
    '{0} no nombra campos: no es un manifiesto Open Know-How.',
  '{0} has none of the fields of an Open Know-How manifest (title, name, license).':
    '{0} no tiene ninguno de los campos de un manifiesto Open Know-How (title, name, license).',
  'It is not UTF-8: read as Latin-1.': 'No está en UTF-8: se lee como Latin-1.',
  '{0} has more than {1} lines: that is no manifest.':
    '{0} tiene más de {1} líneas: eso no es un manifiesto.',
  '{0} cannot be read: {1}.': '{0} no se puede leer: {1}.',
  'Line {0} of {1} is no TOML: {2}.': 'La línea {0} de {1} no es TOML: {2}.',
  'Its value was not quoted.': 'Su valor no estaba entre comillas.',
  'This field is said more than once: all that it says is taken.':
    'Este campo aparece más de una vez: se toma todo lo que dice.',
  'What follows after the manifest in this file is left out.':
    'Se omite lo que sigue al manifiesto en este archivo.',
  '“{0}” is words and no path: kept as it is.': '«{0}» son palabras y no una ruta: se guarda tal cual.',
  '“{0}” names no licence.': '«{0}» no nombra ninguna licencia.',
  'A list in words is read as {0} parts. Look at the quantities.':
    'Una lista en palabras se lee como {0} piezas. Mira las cantidades.',
  'No more than {0} people are credited.': 'No se acredita a más de {0} personas.',
  'It has more than {0} parts.': 'Tiene más de {0} piezas.',
  'Sizes of parts are read as width × depth × height in millimetres.':
    'Los tamaños de las piezas se leen como ancho × fondo × alto en milímetros.',
  'Lines that belong below another one were not indented.':
    'Unas líneas que van debajo de otra no tenían sangría.',
  'This line is left out: {0}.': 'Esta línea se omite: {0}.',
  '{0} has too many lines that are no TOML.': '{0} tiene demasiadas líneas que no son TOML.',
  '{0} is too large for a manifest in YAML.': '{0} es demasiado grande para un manifiesto en YAML.',
  '{0} is no YAML: {1}.': '{0} no es YAML: {1}.',
  'It is no clean YAML ({0}): what could be read, was.':
    'No es YAML limpio ({0}): se leyó lo que se pudo leer.',
  'What was nested too deep, or too much, is left out.':
    'Se omite lo que era demasiado profundo, o demasiado.',
  'Addresses elsewhere stay links: nothing is fetched from there.':
    'Las direcciones de fuera siguen siendo enlaces: no se trae nada de allí.',
  'It has more than {0} characters: shortened.': 'Tiene más de {0} caracteres: se acortó.',
  '“{0}” is no path within the design.': '«{0}» no es una ruta dentro del diseño.',
  'Paths are told from the top of the folder, without a leading slash.':
    'Las rutas se dicen desde lo alto de la carpeta, sin barra delante.',
  '“{0}” is no licence that SPDX knows: called {1}. Choose the right one.':
    '«{0}» no es una licencia que SPDX conozca: se llama {1}. Elige la correcta.',
  'What this field adds cannot be read any more.': 'Lo que añade este campo ya no se puede leer.',
  'The manifest was edited since it left here: the edits stand.':
    'El manifiesto se editó desde que salió de aquí: valen esas ediciones.',
  'It has no name.': 'No tiene nombre.',
  '“{0}” is on no scale of readiness.': '«{0}» no está en ninguna escala de madurez.',
  'It is no positive mass.': 'No es una masa positiva.',
  'No licence is said for the hardware: {0} is taken. Look whether that is meant.':
    'No se dice ninguna licencia para el hardware: se toma {0}. Mira si es lo que se quería.',
  'What a design has no place for was too much to keep.':
    'Aquello para lo que un diseño no tiene lugar era demasiado para guardarlo.',
  'No place here for {0}: kept, and given back when it leaves in this format.':
    'Aquí no hay lugar para {0}: se guarda, y se devuelve cuando salga en este formato.',
};
