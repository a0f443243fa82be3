import type { Language } from '../../shared/language.ts';

/** What the server itself says on a page that stands in another one. */
export interface EmbedWords {
  by: (names: string) => string;
  formerMember: string;
  /** After the first few names. */
  more: (count: number) => string;
  revision: (number: number) => string;
  drawing: (title: string) => string;
  picture: (title: string) => string;
  turn: string;
  whole: string;
  noScript: string;
  notThere: string;
  withdrawn: string;
}

export const embedWords: Record<Language, EmbedWords> = {
  en: {
    by: (names) => `By ${names}`,
    formerMember: 'a former member',
    more: (count) => `${count} more`,
    revision: (number) => `Revision ${number}`,
    drawing: (title) => `${title}, drawn in lines`,
    picture: (title) => `${title}, a picture`,
    turn: 'Turn the model',
    whole: 'The whole design',
    noScript: 'Turning the model needs JavaScript.',
    notThere: 'There is no such design here.',
    withdrawn: 'This revision of the design was withdrawn.',
  },
  es: {
    by: (names) => `De ${names}`,
    formerMember: 'un antiguo miembro',
    more: (count) => `${count} más`,
    revision: (number) => `Revisión ${number}`,
    drawing: (title) => `${title}, dibujado en líneas`,
    picture: (title) => `${title}, una imagen`,
    turn: 'Girar el modelo',
    whole: 'El diseño completo',
    noScript: 'Para girar el modelo hace falta JavaScript.',
    notThere: 'Aquí no hay tal diseño.',
    withdrawn: 'Esta revisión del diseño se retiró.',
  },
};
