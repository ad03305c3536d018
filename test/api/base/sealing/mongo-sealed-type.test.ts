import { describe, expect, it } from '@jest/globals';
import { Schema, model } from 'mongoose';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { sealedField } from '../../../../api/base/sealing/mongo-sealed-type';
import { createSealing } from '../../../../api/base/sealing/sealing';

const Persona = model(
  'PruebaSellado',
  new Schema<{ nombre: string; correo?: string; otros: string[] }>({
    nombre: { ...sealedField, required: true },
    correo: sealedField,
    otros: [sealedField],
  }),
);
const sealed = createSealing(parseKeys(newKeyFile('AUTOGENERADA'))).seal('María', 'persona.nombre');

describe('a field of sealed values', () => {
  it('takes a sealed value and leaves it as it is', async () => {
    const persona = new Persona({ nombre: sealed, otros: [sealed] });
    await persona.validate();
    expect(persona.toObject()).toMatchObject({ nombre: sealed, otros: [sealed] });
  });

  it.each([
    { nombre: 'María' },
    { nombre: sealed, correo: 'm@x.co' },
    { nombre: sealed, otros: ['María'] },
    {},
  ])('refuses to save what is not sealed: %#', async (fields) => {
    await expect(new Persona(fields).validate()).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('does not repeat the unsealed value in its message', async () => {
    await expect(new Persona({ nombre: 'María' }).validate()).rejects.toMatchObject({
      message: expect.not.stringContaining('María'),
    });
  });

  it('refuses an unsealed value in an update and in a query, before anything reaches the store', async () => {
    await expect(Persona.updateOne({}, { $set: { nombre: 'María' } })).rejects.toThrow('Sellado');
    await expect(Persona.findOne({ nombre: 'María' })).rejects.toThrow('Sellado');
  });
});
