import type { Sentences } from '../template.ts';

/** Diseños que se traen de una carpeta, un archivo zip o una dirección Git. */
export const bringing: Sentences = {
  'Nothing is different from the newest revision.': 'Nada es distinto de la revisión más nueva.',
  'New since the newest revision: {0}.': 'Nuevo desde la revisión más nueva: {0}.',
  'Changed since the newest revision: {0}.': 'Cambió desde la revisión más nueva: {0}.',
  'Gone since the newest revision: {0}.': 'Falta desde la revisión más nueva: {0}.',
  'This is different from the newest revision.': 'Esto es distinto de la revisión más nueva.',
  'A part is said to be part of itself: {0}.': 'Se dice que una pieza es parte de sí misma: {0}.',
  'Only the first {0} of {1} designs were taken.': 'Solo se tomaron los primeros {0} de {1} diseños.',
  'This took longer than {0} seconds: bring less at once.':
    'Esto tardó más de {0} segundos: trae menos de una vez.',
  'There is no file in it that could be taken.': 'No hay en ello ningún archivo que se pueda tomar.',
  'This is the next revision of “{0}”.': 'Esta es la próxima revisión de «{0}».',
  'You have as many drafts as there may be: publish or discard some first.':
    'Tienes tantos borradores como puede haber: primero publica o descarta algunos.',
  '“{0}” is too large for one draft: bring less at once.':
    '«{0}» es demasiado grande para un borrador: trae menos de una vez.',
  '“{0}” was brought and published too often.': '«{0}» se trajo y se publicó demasiadas veces.',
  'Its path leads out of the folder, or cannot be written.':
    'Su ruta sale de la carpeta, o no se puede escribir.',
  'Its name differs from {0} by capitals at most: only the first was taken.':
    'Su nombre se distingue de {0} a lo sumo por las mayúsculas: solo se tomó el primero.',
  'Left out: {0} that programs leave behind (back-ups, caches, settings).':
    'Se omitió lo que dejan los programas (copias, cachés, ajustes): {0}.',
  'Its name says that it is a picture, and its content does not: it is kept as a file.':
    'Su nombre dice que es una imagen y su contenido no: se guarda como archivo.',
  'An archive within is kept as it is: bring it by itself to have it read.':
    'Un archivo comprimido dentro de otro se guarda tal cual: tráelo solo para que se lea.',
  '{0} has not arrived here: send it in first.': '{0} no ha llegado aquí: envíalo antes.',
  'Fetching the repository took too long: bring it as a zip archive.':
    'Traer el repositorio tardó demasiado: tráelo como archivo zip.',
  'The repository unfolds into too much: bring it as a zip archive.':
    'El repositorio ocupa demasiado al abrirse: tráelo como archivo zip.',
  'This repository cannot be read.': 'Este repositorio no se puede leer.',
  'This archive is not here: send it in first.': 'Este archivo zip no está aquí: envíalo antes.',
  'This is no zip archive, or it is cut off: pack it again.':
    'Esto no es un archivo zip, o está cortado: comprímelo de nuevo.',
  'The list of files in this archive is damaged: pack it again.':
    'La lista de archivos de este zip está dañada: comprímelo de nuevo.',
  'This archive holds more than {0} files: bring less at once.':
    'Este zip tiene más de {0} archivos: trae menos de una vez.',
  'This archive is encrypted: pack it without a password.':
    'Este zip está cifrado: comprímelo sin contraseña.',
  'This archive unfolds to more than {0} times its size: it is not unpacked.':
    'Este zip ocuparía más de {0} veces su tamaño: no se abre.',
  'Files in this archive overlap each other: it is not unpacked.':
    'En este zip unos archivos se solapan con otros: no se abre.',
  'It is a link to another file: bring the file itself.':
    'Es un enlace a otro archivo: trae el archivo mismo.',
  'It is packed in a way that cannot be read here: use deflate.':
    'Está comprimido de un modo que aquí no se lee: usa deflate.',
  '{0} in this archive is damaged: pack it again.': '{0} está dañado en este zip: comprímelo de nuevo.',
  'The repository holds only a pointer to it (Git LFS): send the file itself in.':
    'El repositorio solo tiene una referencia a él (Git LFS): envía el archivo mismo.',
  'The repository has more than {0} files or {1} GB.': 'El repositorio tiene más de {0} archivos o {1} GB.',
  'It is another repository (a submodule): bring it by itself.':
    'Es otro repositorio (un submódulo): tráelo solo.',
  'There is no public Git repository at this address.':
    'En esta dirección no hay un repositorio Git público.',
  'What answers at this address is no Git repository.':
    'Lo que responde en esta dirección no es un repositorio Git.',
  'The repository is empty.': 'El repositorio está vacío.',
  'The repository could not be fetched: the address does not answer, or the network is closed here.':
    'No se pudo traer el repositorio: la dirección no responde, o aquí la red está cerrada.',
  'This is no address.': 'Esto no es una dirección.',
  'The address holds a name or a password: only public repositories are fetched.':
    'La dirección lleva un nombre o una contraseña: solo se traen repositorios públicos.',
  'Repositories are fetched by https only.': 'Los repositorios solo se traen por https.',
  'This address is not on the public network.': 'Esta dirección no está en la red pública.',
  'The repository has more than {0} MB.': 'El repositorio tiene más de {0} MB.',
  'It sends us from one address to another.': 'Nos manda de una dirección a otra.',
  'It was not read for steps: the pages before it hold many already.':
    'No se leyó en busca de pasos: las páginas anteriores ya tienen muchos.',
  'Instructions with {0}.': 'Instrucciones: {0}.',
  'Only the first {0} of {1} steps were taken.': 'Solo se tomaron los primeros {0} de {1} pasos.',
  'Unpacked this has more than {0} GB: bring less at once.':
    'Abierto ocupa más de {0} GB: trae menos de una vez.',
  'What stands under these headings is in the file alone: {0}.':
    'Lo que está bajo estos encabezados queda solo en el archivo: {0}.',
  'This may be a parts list too: bring it to the draft where it belongs there.':
    'Esto también puede ser una lista de piezas: tráelo al borrador si es parte de él.',
  'A parts list with {0}.': 'Una lista de piezas: {0}.',
  'The table is very long: only its beginning was read.': 'La tabla es muy larga: solo se leyó el principio.',
  'A spreadsheet is not read: save it as CSV and bring it to the draft.':
    'Una hoja de cálculo no se lee: guárdala como CSV y tráela al borrador.',
  'It is too large to be looked into: add it to the model in the workbench.':
    'Es demasiado grande para mirarlo: añádelo al modelo en el banco de trabajo.',
  'It could not be read as a model.': 'No se pudo leer como modelo.',
  'It was not looked into for parts: the models before it took long enough.':
    'No se miró qué piezas tiene: los modelos anteriores ya tardaron bastante.',
  'A tree of {0} became the parts list.': 'Un árbol de productos pasó a ser la lista de piezas: {0}.',
  'The tree is too large for a parts list: what lies deepest was left out.':
    'El árbol es demasiado grande para una lista de piezas: se omitió lo más profundo.',
  'No parts were read from it: {0}': 'No se leyeron piezas de él: {0}',
  'It does not begin as a STEP file does.': 'No empieza como un archivo STEP.',
  'It has more than {0} links.': 'Tiene más de {0} enlaces.',
  'This became the story.': 'Esto pasó a ser el relato.',
  'It is very long: only its beginning was taken.': 'Es muy largo: solo se tomó el principio.',
  'A gallery of {0}.': 'Una galería: {0}.',
  'A manifest: {0}.': 'Un manifiesto: {0}.',
  'The manifest names it, and it is not there.': 'El manifiesto lo nombra, y no está.',
  'The licence is {0}, as far as its text tells: please check.':
    'La licencia es {0}, según dice su texto: compruébalo.',
  'Which licence this is could not be told: choose it.': 'No se supo qué licencia es: elígela.',
  'Something is being brought already: wait until it is done.':
    'Ya se está trayendo algo: espera a que termine.',
  'Only a maintainer of a design drafts its next revision: fork it instead.':
    'Solo quien mantiene un diseño prepara su próxima revisión: haz una copia propia.',
  'This file was withdrawn here, and is not taken again.':
    'Este archivo fue retirado aquí y no se toma otra vez.',
  '{0} more remarks are not shown.': 'No se muestran otras {0} observaciones.',
  'Something in it has a form that cannot be kept, and was left out.':
    'Algo en ello tiene una forma que no se puede guardar, y se omitió.',
};
