import { describe, expect, it } from 'vitest'
import { languages } from '#catalog'
import { isNumber } from '../../span.ts'
import { pending, wait } from './backlog.ts'
import { change } from './change.ts'
import { courts, courtsBefore, locations } from './court.ts'
import { phrase, say } from './facts.fixture.ts'
import { admin, terminated } from './kind.ts'
import { highest, largest, lowest, majority, next } from './nationality.ts'
import { record } from './record.ts'
import { baseRevised, countRevised } from './revision.ts'
import type { PdRule } from './rule.ts'
import { share } from './share.ts'
import { title, total } from './total.ts'

const all: readonly [string, PdRule][] = Object.entries({
  title,
  total,
  change,
  share,
  record,
  pending,
  wait,
  largest,
  next,
  majority,
  highest,
  lowest,
  courts,
  courtsBefore,
  locations,
  admin,
  terminated,
  countRevised,
  baseRevised,
})

describe.each(languages)('every sentence in %s', (language) => {
  it.each(all)('%s: says what the same cells say in the other language', (_, rule) => {
    const cells = (other: 'en' | 'es') =>
      (phrase(rule, {}, other) ?? [])
        .filter(isNumber)
        .map((n) => `${n.receipt} ${n.over ?? ''} ${n.value}`)
        .toSorted()
    expect(cells(language).length).toBeGreaterThan(0)
    expect(new Set(cells(language))).toEqual(new Set(cells(language === 'en' ? 'es' : 'en')))
  })
})

it('says it in Spanish', () => {
  const spoken = all.map(([id, rule]) => `${id}: ${say(rule, {}, 'es')}`)
  expect(spoken).toMatchInlineSnapshot(`
    [
      "title: Los cierres por discreción procesal ya equivalen al 2.0 % de los pendientes de 2011",
      "total: Al 28 de junio de 2012 las cortes de inmigración habían registrado un total de 1,000 cierres por discreción procesal (DP), contados desde el 1 de octubre de 2011.",
      "change: La cifra subió desde los 800 del 31 de mayo de 2012: hasta el 28 de junio de 2012 se sumaron otros 200.",
      "share: Esos 1,000 cierres equivalen todavía a solo el 2.0 % de los 50,000 casos pendientes al 30 de septiembre de 2011.",
      "record: Los 200 cierres de junio de 2012 son un récord: ningún mes desde marzo de 2012 tuvo más. Le sigue mayo de 2012, con 190.",
      "pending: Aun así, los casos pendientes aumentaron: eran 52,000 al 28 de junio de 2012, frente a 50,000 al 30 de septiembre de 2011.",
      "wait: Los casos cerrados por DP en junio de 2012, hasta el día 28, llevaban abiertos 803 días en promedio (200 cierres), más que los 385 días del conjunto de los cierres (3,000). Los que terminaron con alivio llevaban 773 días (500).",
      "largest: Entre las 5 nacionalidades con más casos pendientes, Mexico tuvo el mayor número de cierres: 600, equivalentes al 3.0 % de sus 20,000 casos pendientes al 30 de septiembre de 2011.",
      "next: Le siguen Guatemala con 200 y Korea con 39.",
      "majority: Más de la mitad de los 1,000 cierres corresponde a Mexico.",
      "highest: En relación con los casos pendientes al 30 de septiembre de 2011, Korea tuvo la tasa más alta: 39 cierres frente a 1,000 casos, el 3.9 %; le sigue Mexico con 600 frente a 20,000, el 3.0 %.",
      "lowest: En el otro extremo, China tuvo 20 cierres frente a 10,000 casos pendientes al 30 de septiembre de 2011, el 0.2 %; la siguiente más baja es la de India con 16 frente a 2,000, el 0.8 %.",
      "courts: De todas las cortes, Los Angeles registró el mayor número de cierres, 400; le siguen Denver con 300 y Baltimore con 200.",
      "courtsBefore: Las mismas encabezaban la lista al 31 de mayo de 2012, en el mismo orden: Los Angeles con 350, Denver con 250 y Baltimore con 150.",
      "locations: De todos los lugares de audiencia, Olive Street registró el mayor número de cierres, 250; le siguen Denver con 240 y Main Street con 150.",
      "admin: La mayoría de los 1,000 cierres, 750 (el 75.0 %), fueron cierres administrativos: la corte aparta el caso sin decidirlo, y este puede volver al calendario.",
      "terminated: Los otros 250 (el 25.0 % de los 1,000) fueron terminaciones: el juez o la jueza pone fin al procedimiento.",
      "countRevised: La cifra al 31 de mayo de 2012 se corrigió al alza: 800, frente a 795 en la publicación 2012-06.",
      "baseRevised: El número de casos pendientes al 30 de septiembre de 2011 se corrigió al alza: 50,000, frente a 49,900 en la publicación 2012-06.",
    ]
  `)
})
