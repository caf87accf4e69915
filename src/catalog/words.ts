/** A text in each language that opendocket speaks. */
export interface Words {
  readonly en: string
  readonly es: string
}

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** Whether a text names a language that opendocket speaks. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}
