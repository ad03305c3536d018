import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { createSigner } from '../../../api/base/sealing/signer';
import type { CasoConstancia } from '../../../api/constancia/caso-constancia';
import { createConstanciaPdf } from '../../../api/constancia/constancia-pdf';
import { casoOf } from '../../../api/constancia/constancias';
import { openPeticionario } from '../../../api/pqrsd/seal-case';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { realTexts } from '../../fakes/real-texts';
import { pdfWords } from '../constancia/pdf-words';

/** The words of a constancia drawn for the entity's own file, and the tracking code that only the person has. */
async function drawn(modo: 'IDENTIFICADO' | 'CONFIDENCIAL', copia?: CasoConstancia['copia']) {
  const office = pqrsdOffice({ prueba: false, radicadoPor: 'EXTERNO' });
  const { sealing, terminos, keys } = office;
  const identidad = { modo, nombre: 'Rosalba Quintero', correo: 'rosalba@ejemplo.co' } as const;
  const { codigo } = valueOf(await office.filePqrsd(solicitud({ identidad })));
  const [pqrsd] = office.book.pages;
  if (!pqrsd) throw new Error('not filed');
  const signer = createSigner(keys);
  const pdf = createConstanciaPdf({
    texts: realTexts('constancia', 'gestor', 'terminos', 'web'),
    entidad: {
      codigo: 'candelaria-valle',
      nombre: 'Alcaldía',
      municipio: 'Candelaria',
      departamento: 'Valle',
    },
    publicUrl: 'https://pueblo.gov.co',
    signer,
    compress: false,
  });
  const deps = {
    sealing,
    terminos,
    codigos: keys.codigos,
    dependenciaName: () => undefined,
    tramiteName: () => undefined,
  };
  const personal = copia === 'SIN_PERSONA' ? {} : (openPeticionario(pqrsd, sealing) ?? {});
  return { words: pdfWords(await pdf({ ...casoOf(pqrsd, deps), copia }, personal)), codigo };
}

describe('the copy of a constancia for the file of the entity', () => {
  it('does not hold the tracking code, which is the person’s alone', async () => {
    const { words, codigo } = await drawn('IDENTIFICADO', 'CON_PERSONA');
    expect(words).not.toContain(codigo);
    expect(words).toContain('Solo lo tiene la persona');
    expect(words).toContain('Rosalba Quintero');
  });

  it('does not say who files, when that is withheld, nor that they left no name', async () => {
    const { words } = await drawn('CONFIDENCIAL', 'SIN_PERSONA');
    for (const word of ['Rosalba', 'rosalba@ejemplo.co', 'No lo dio']) expect(words).not.toContain(word);
    expect(words).toContain('Esta copia no lleva los datos de la persona');
  });

  it('is not what the citizen gets', async () => {
    const { words, codigo } = await drawn('CONFIDENCIAL');
    expect(words).toContain(codigo);
    expect(words).toContain('Rosalba Quintero');
  });

  it('calls our number one of reception while the official one is missing', async () => {
    const { words } = await drawn('IDENTIFICADO', 'CON_PERSONA');
    expect(words).toContain('Número de recepción');
    expect(words).not.toContain('Número de radicado');
  });
});
