import request from 'supertest';
import { channelContract } from '../../../contracts/channel-contract';
import { openBrowser, webChatApp } from '../../../fakes/web-chat-app';

channelContract('web-chat', async (town) => {
  const { app } = webChatApp(town);
  const cookie = await openBrowser(app);
  let sent = 0;
  let last = {};
  const post = async (body: object) => {
    const { status } = await request(app).post('/chat/mensajes').set('Cookie', cookie).send(body);
    return status === 202 || status === 200;
  };
  const replies = async () => {
    const { body } = await request(app).get('/chat/historial').set('Cookie', cookie);
    const { mensajes } = body as {
      mensajes: { de: string; texto: string; enlaces?: { url: string }[] }[];
    };
    return mensajes.filter(({ de }) => de === 'asistente');
  };
  return {
    send(texto) {
      last = { id: `mensaje-${++sent}`, texto };
      return post(last);
    },
    resend: () => post(last),
    shown: async () => (await replies()).map(({ texto }) => texto),
    opens: async () => (await replies()).flatMap(({ enlaces = [] }) => enlaces.map(({ url }) => url)),
    close: async () => {},
  };
});
