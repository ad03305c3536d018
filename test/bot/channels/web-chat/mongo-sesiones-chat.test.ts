import { describe, expect, it } from '@jest/globals';
import { openMongoSesionesChat } from '../../../../bot/channels/web-chat/mongo-sesiones-chat';
import { sesionesChatContract } from '../../../contracts/sesiones-chat-contract';
import { freshDatabases } from '../../../fakes/fresh-databases';
import { memorySesionesChat } from '../../../fakes/web-chat-app';

const fresh = freshDatabases();

sesionesChatContract('memory', () => Promise.resolve(memorySesionesChat()));
sesionesChatContract('mongoose', async () => openMongoSesionesChat(await fresh(), 'candelaria'));

describe('chat sessions in the store', () => {
  it('belong to their town alone', async () => {
    const connection = await fresh();
    const venceEn = new Date('2026-12-24T00:00:00Z');
    const ours = await openMongoSesionesChat(connection, 'candelaria');
    await ours.insert({ id: 'a', conversacion: 'c', venceEn });
    const neighbour = await openMongoSesionesChat(connection, 'florida');
    await neighbour.purge(new Date('2027-01-01T00:00:00Z'));
    expect(await neighbour.find('a')).toBeUndefined();
    expect(await ours.find('a')).toEqual({ id: 'a', conversacion: 'c', venceEn });
  });
});
