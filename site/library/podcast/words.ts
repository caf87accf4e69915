import type { Language } from '#catalog'

const en = {
  title: 'Podcast',
  lead: 'Episodes on prosecutorial discretion.',
  feed: 'RSS feed for a podcast app',
  noAudio: 'The recording was not found; nothing is played here.',
  record: 'Its record in the library',
  transcript: 'Transcript',
  noTranscript: 'No transcript is known.',
  chapters: 'Chapters',
  notYet: (date: string) => `Not yet published on ${date}.`,
  gone: (then: number, published: string, gone: number, date: string) =>
    `An episode tells the law of its day. Of the ${then} instruments that this library has as in force on ${published}, ${gone} are not in force on ${date}.`,
  thenInForce: 'What was in force then',
  nowInForce: 'What is in force on your date',
}

const es: typeof en = {
  title: 'Pódcast',
  lead: 'Episodios sobre la discreción procesal.',
  feed: 'Canal RSS para una aplicación de pódcast',
  noAudio: 'No se halló la grabación; aquí no se reproduce nada.',
  record: 'Su ficha en la biblioteca',
  transcript: 'Transcripción',
  noTranscript: 'No se conoce transcripción.',
  chapters: 'Capítulos',
  notYet: (date) => `Aún no publicado el ${date}.`,
  gone: (then, published, gone, date) =>
    `Un episodio dice el derecho de su día. De los ${then} instrumentos que esta biblioteca tiene por vigentes el ${published}, ${gone} no están vigentes el ${date}.`,
  thenInForce: 'Lo vigente entonces',
  nowInForce: 'Lo vigente en su fecha',
}

export function podcastWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
