import type { DesignCatalogue } from '../designTexts.ts';

export const bringing: DesignCatalogue['draft']['bringing'] = {
  line: 'Una carpeta con archivos CAD, un zip, una dirección Git o un manifiesto Open Know-How se convierte en un borrador. Todavía no se publica nada.',
  again: 'Esto será la próxima revisión del diseño.',
  how: 'Qué tienes',
  ways: { folder: 'Una carpeta', files: 'Un zip o archivos', git: 'Una dirección Git' },
  folder: 'Elegir una carpeta',
  folderHint: 'README, LICENSE, lista de piezas, imágenes y modelos se reconocen solos.',
  files: 'Elegir archivos',
  filesHint: 'Un archivo zip, o manifiestos como okh.toml y okh.yml con lo que nombran.',
  drop: 'Suelta aquí una carpeta, un zip o archivos',
  git: 'Dirección del repositorio',
  gitHint: 'Solo https:// y público.',
  bring: 'Traerlo',
  chosen: (files, size) => (files === 1 ? `1 archivo, ${size}` : `${files} archivos, ${size}`),
  tooMany: (most) => `Son más de ${most} archivos. Ponlos en un zip, o deja algunos fuera.`,
  leftOut: (count) => `Se dejan fuera ${count} archivos que nadie necesita (como .git).`,
  sendingFiles: (files) => (files === 1 ? 'Enviando 1 archivo' : `Enviando ${files} archivos`),
  reading: 'Mirando qué hay…',
  stop: 'Parar',
  stopped: 'Parado. Lo que ya se envió no hay que enviarlo otra vez.',
  found: (count) =>
    count === 0
      ? 'No se encontró ningún diseño.'
      : count === 1
        ? '1 diseño encontrado'
        : `${count} diseños encontrados`,
  draftIs: 'Un borrador nuevo',
  nextRevision: 'Próxima revisión de tu diseño',
  counts: { parts: 'Piezas', steps: 'Pasos', pictures: 'Imágenes', files: 'Archivos' },
  kinds: { recognised: 'Reconocido', repaired: 'Corregido', kept: 'Guardado tal cual', lost: 'Omitido' },
  nothingSaid: 'Nada más que decir.',
  whole: 'Sobre el conjunto',
  open: 'Abrir el borrador',
  openNamed: (title) => `Abrir el borrador ${title}`,
  another: 'Traer otra cosa',
};
