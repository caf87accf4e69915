import type { Language } from '#catalog'

const en = {
  measures: 'What can be counted',
  dimensions: 'By what it can be sliced',
  handling: 'How to use every tool',
  hints: [
    'The sentence under the title is the question. Everything in it that is underlined can be changed.',
    'A row that you choose in one list filters the other lists and stays marked in its own. The browser’s back button undoes the last choice.',
    'Every view is an address: copy it, and the reader sees what you see. Cite fixes the release, so that the numbers stay.',
    'Download gives what you see or all rows, as CSV, Excel, JSON or Parquet. Follow is a feed with one entry for each release.',
    'By keyboard: Tab reaches the chart, arrows walk its periods, Enter looks at one period alone, Escape leaves.',
    'A dash with a reason is no zero: the release cannot say it. Months that are pale are expected to rise as late entries arrive.',
  ],
}

const es: typeof en = {
  measures: 'Qué se puede contar',
  dimensions: 'Por qué se puede dividir',
  handling: 'Cómo usar todas las herramientas',
  hints: [
    'La frase bajo el título es la pregunta. Todo lo que está subrayado en ella se puede cambiar.',
    'Una fila elegida en una lista filtra las demás y queda marcada en la suya. El botón «atrás» del navegador deshace la última elección.',
    'Cada vista es una dirección: cópiela y otra persona verá lo mismo. Citar fija la publicación, para que las cifras no cambien.',
    'Descargar da lo que se ve o todas las filas, en CSV, Excel, JSON o Parquet. Seguir es un canal con una entrada por publicación.',
    'Con el teclado: Tab llega al gráfico, las flechas recorren los períodos, Intro muestra uno solo, Escape sale.',
    'Una raya con un motivo no es un cero: la publicación no lo dice. Los meses pálidos subirán cuando lleguen registros tardíos.',
  ],
}

/** The texts that all help pages share. */
export function helpWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
