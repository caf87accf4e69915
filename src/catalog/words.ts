/** A text in each language that opendocket speaks. */
export interface Words {
  readonly en: string
  readonly es: string
}

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]
