import type { Language } from '#catalog'

type Say = (...found: string[]) => string

/** What each check of an ingest says, taken apart, and the same in Spanish. */
const spanish: Readonly<Record<string, readonly (readonly [RegExp, Say])[]>> = {
  'column-missing': [
    [
      /^the column (.+) of (.+) is missing, and its rows/,
      (c, t) => `falta la columna ${c} de ${t}, y sin ella sus filas no se distinguen`,
    ],
    [
      /^the column (.+) of (.+) is missing, and counts/,
      (c, t) => `falta la columna ${c} de ${t}, y hay recuentos que se apoyan en ella`,
    ],
    [
      /^the column (.+) of (.+) is missing; /,
      (c, t) => `falta la columna ${c} de ${t}; en esta publicación queda vacía`,
    ],
  ],
  'column-new': [[/^a new column in (.+): (.+); /, (t, c) => `una columna nueva en ${t}: ${c}; se carga como texto`]],
  'column-renamed': [
    [
      /^the column (.+) of (.+) is called (.+) in/,
      (c, t, r) => `la columna ${c} de ${t} se llama ${r} en esta publicación`,
    ],
  ],
  'column-unreadable': [
    [
      /^(\d+) of (\d+) cells of (.+) in (.+) hold/,
      (n, all, c, t) => `${n} de ${all} celdas de ${c} en ${t} contienen algo que la columna no admite`,
    ],
  ],
  'repair-ceiling': [
    [
      /^the repair (.+) would touch (\d+) rows of (.+); its ceiling is (\d+)/,
      (id, n, t, most) => `la reparación ${id} tocaría ${n} filas de ${t}; su tope es ${most}`,
    ],
  ],
  'repair-idle': [
    [/^the repair (.+) matched/, (id) => `la reparación ${id} no correspondió a ninguna fila de esta publicación`],
  ],
  'count-unknown': [[/name (.+)$/, (t) => `Count.txt no menciona ${t}`]],
  'count-differs': [
    [/^(.+) has (\d+) rows; Count.txt says (\d+)/, (t, n, said) => `${t} tiene ${n} filas; Count.txt dice ${said}`],
  ],
  'many-rejects': [[/^(\d+) of (\d+) rows of (.+) were/, (n, all, t) => `se rechazaron ${n} de ${all} filas de ${t}`]],
  'table-missing': [
    [
      /^(.+\.csv) is not in this release, though its Count.txt says (\d+)/,
      (f, n) => `${f} no está en esta publicación, aunque su Count.txt dice ${n} filas`,
    ],
    [/^(.+\.csv) is not in this release; /, (f) => `${f} no está en esta publicación; su tabla queda vacía`],
  ],
  'file-unknown': [
    [
      /defined for: (.+); it/,
      (f) => `un archivo de la publicación para el que no hay tabla definida: ${f}; no se leyó`,
    ],
  ],
  'duplicate-key': [
    [
      /^keys of (.+) that stand on more than one row: (\d+) \(rows too many: (\d+)\)/,
      (t, n, more) =>
        `claves de ${t} que figuran en más de una fila: ${n} (filas de más: ${more}); los hechos toman la primera`,
    ],
  ],
  'unknown-code': [
    [
      /^rows of (.+) with a code in (.+) that (.+) does not explain: (\d+)/,
      (t, c, l, n) => `filas de ${t} con un código en ${c} que ${l} no explica: ${n}; se muestra tal como está`,
    ],
  ],
  'proceeding-without-case': [
    [
      /: (\d+);/,
      (n) =>
        `procedimientos sin fila de caso: ${n}; cuentan en los cierres, nunca en los ingresos ni en los pendientes`,
    ],
  ],
  'case-without-proceeding': [[/: (\d+);/, (n) => `casos sin procedimiento: ${n}; no cuentan en nada`]],
  'end-without-code': [
    [
      /: (\d+);/,
      (n) =>
        `procedimientos con fecha de fin y sin código: ${n}; los que terminaron hasta la fecha de corte son cierres de tipo «none»`,
    ],
  ],
  'end-with-two-codes': [
    [/: (\d+);/, (n) => `procedimientos con una decisión y además otra conclusión: ${n}; la decisión da su tipo`],
  ],
  'start-missing': [
    [/: (\d+);/, (n) => `procedimientos sin INPUT_DATE: ${n}; en su lugar vale OSC_DATE o, si falta, COMP_DATE`],
  ],
  'end-before-start': [
    [/: (\d+);/, (n) => `procedimientos que terminan antes de empezar: ${n}; empiezan el día en que terminan`],
  ],
  'date-after-as-of': [
    [
      /: (\d+);/,
      (n) => `procedimientos con inicio o fin después de la fecha de corte: ${n}; esas fechas no cuentan en nada`,
    ],
  ],
  'unreadable-cell': [
    [
      /: (\d+);/,
      (n) => `celdas con algo que su columna no admite: ${n}; se guarda el valor original y la celda queda vacía`,
    ],
  ],
}

/** What a check says, in the language of the page where we know how to say it there. */
export function checkText(
  check: { readonly id: string; readonly message: string },
  language: Language,
): { readonly text: string; readonly lang: Language } {
  if (language === 'es') {
    for (const [pattern, say] of spanish[check.id] ?? []) {
      const found = pattern.exec(check.message)
      if (found !== null) return { text: say(...found.slice(1)), lang: 'es' }
    }
  }
  return { text: check.message, lang: 'en' }
}
