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
}

export function podcastWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
