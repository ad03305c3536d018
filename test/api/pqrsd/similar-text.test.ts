import { describe, expect, it } from '@jest/globals';
import { ALIKE, ALMOST_THE_SAME } from '../../../api/pqrsd/find-similar';
import { similarity } from '../../../api/pqrsd/similar-text';

/** The same matter told twice, as people do. */
const SAME: readonly (readonly [string, string])[] = [
  [
    'La lámpara de la esquina de la carrera 7 lleva una semana apagada y da miedo de noche',
    'buenas la lampara de la carrera 7 sigue apagada, ya van dos semanas y de noche da miedo',
  ],
  [
    'Hay un hueco grande en la calle 5 frente a la escuela, se cayó una moto',
    'el hueco de la calle 5 frente a la escuela sigue ahí y se van a caer más motos',
  ],
  [
    'Solicito la poda del samán del parque principal que está rompiendo los techos',
    'pedi la poda del saman en el parque y no han venido, las ramas estan rompiendo el techo',
  ],
  [
    'No ha pasado el carro de la basura en el barrio Villa Luz hace 8 días',
    'otra vez no pasa el carro de la basura por Villa Luz, ya son 10 dias',
  ],
  [
    'El alcantarillado de mi cuadra se rebosó y huele muy mal en la vereda La Regina',
    'se reboso el alcantarillado otra vez en La Regina y el olor es terrible',
  ],
  [
    'Necesito cupo para mi hija en grado sexto del colegio Inmaculada',
    'mi hija sigue sin cupo en sexto en el colegio Inmaculada',
  ],
  [
    'El vecino pone música a todo volumen todas las noches en la carrera 10',
    'música a todo volumen del vecino de la carrera 10 todas las noches, no dejan dormir',
  ],
  [
    'Denuncio una construcción sin licencia en la calle 12',
    'siguen con la construcción sin licencia de la calle 12',
  ],
];

/** Different matters of the same person, some with words in common. */
const OTHER: readonly (readonly [string, string])[] = [
  [
    'La lámpara de la esquina de la carrera 7 lleva una semana apagada y da miedo de noche',
    'Hay un hueco grande en la carrera 7 frente a la escuela, se cayó una moto',
  ],
  [
    'Solicito la poda del samán del parque principal que está rompiendo los techos',
    'Solicito permiso para usar el parque principal el sábado para un bazar de la parroquia',
  ],
  [
    'No ha pasado el carro de la basura en el barrio Villa Luz hace 8 días',
    'En el barrio Villa Luz los perros callejeros muerden a los niños',
  ],
  [
    'Necesito cupo para mi hija en grado sexto del colegio Inmaculada',
    'Felicito a los profesores del colegio Inmaculada por la semana cultural',
  ],
  ['Denuncio una construcción sin licencia en la calle 12', 'No recibo el recibo del predial en la calle 12'],
  ['Quiero saber cuánto debo de predial', 'Quiero saber cómo saco el certificado de residencia'],
  ['Hay un árbol caído en la vía', 'Hay ruido de un bar en la vía principal'],
  ['Me trató mal el funcionario del Sisbén', 'Pido que me encuesten para el Sisbén porque me mudé'],
];

describe('the likeness of two petitions', () => {
  it.each(SAME)('«%s» and «%s» are the same matter', (one, other) => {
    expect(similarity(one, other)).toBeGreaterThanOrEqual(ALIKE);
  });

  it.each(OTHER)('«%s» and «%s» are not', (one, other) => {
    expect(similarity(one, other)).toBeLessThan(ALIKE);
  });

  it('is the same whichever comes first, and whole for the same words in any case or accent', () => {
    for (const [one, other] of [...SAME, ...OTHER]) {
      expect(similarity(one, other)).toBe(similarity(other, one));
      expect(similarity(one, one.toUpperCase().replaceAll('Á', 'A'))).toBe(1);
    }
  });

  it('is none between texts that say almost nothing', () => {
    expect(similarity('hola', 'hola')).toBe(0);
    expect(similarity('', 'una queja')).toBe(0);
  });

  it('is that of the very letter only when its words are known', () => {
    const guess = 'denuncia por la lampara de la carrera';
    for (const [letter] of SAME) expect(similarity(letter, guess)).toBeLessThan(ALMOST_THE_SAME);
  });
});
