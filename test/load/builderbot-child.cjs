// Plays conversations of five turns on BuilderBot. It is copied beside a folder of packages that the bench installs:
//   node --expose-gc builderbot-child.cjs WIDTH CONVERSATIONS
const {
  addKeyword,
  createBot,
  createFlow,
  createProvider,
  EVENTS,
  MemoryDB,
  ProviderClass,
} = require('@builderbot/bot');

const [width, conversations] = process.argv.slice(2).map(Number);
const LINES = [
  'buenas',
  'el poste de la luz de mi cuadra esta dañado',
  'barrio san jorge',
  '1',
  'maria lopez',
];
/** A message that was not answered by then is lost, and its conversation ends. */
const DEADLINE_MS = 20_000;
/** BuilderBot keeps what it said after sending it: what comes in between finds no question and is not answered. */
const PAUSE_MS = 10;

/** A channel that hands over what is sent to whoever waits for it. */
class TestProvider extends ProviderClass {
  globalVendorArgs = { name: 'banco', port: 0 };
  waiting = new Map();
  beforeHttpServerInit() {}
  afterHttpServerInit() {}
  busEvents() {
    return [];
  }
  async initVendor() {
    this.vendor = {};
    return this.vendor;
  }
  async saveFile() {
    return '';
  }
  async sendMessage(to) {
    this.waiting.get(to)?.();
    return {};
  }
  /** Whether a message was answered. */
  ask(from, body) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), DEADLINE_MS);
      this.waiting.set(from, () => {
        clearTimeout(timer);
        resolve(true);
      });
      this.emit('message', { from, name: 'Maria', body });
    });
  }
}

const keep =
  (name) =>
  async ({ body }, { state }) =>
    state.update({ [name]: body });
const capture = { capture: true };
const flow = addKeyword(EVENTS.WELCOME)
  .addAnswer('Le saluda el asistente de la Alcaldía. Cuénteme qué pasó.', capture, keep('texto'))
  .addAnswer('¿En qué lugar es? Escriba la dirección o el barrio.', capture, keep('lugar'))
  .addAnswer(
    ['¿Cómo quiere presentarla?', '1. Con su nombre', '2. Anónima', '3. Confidencial'],
    capture,
    async ({ body }, { state, fallBack }) =>
      ['1', '2', '3'].includes(body) ? state.update({ modo: body }) : fallBack(),
  )
  .addAnswer('¿Cuál es su nombre completo?', capture, async ({ body }, { state, flowDynamic }) => {
    await state.update({ nombre: body });
    const { texto, lugar, nombre } = state.getMyState();
    await flowDynamic(`Resumen: ${texto}. Lugar: ${lugar}. Nombre: ${nombre}.`);
  });

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

async function converse(provider, from, samples) {
  for (const line of LINES) {
    const start = performance.now();
    if (!(await provider.ask(from, line))) return false;
    samples.push(performance.now() - start);
    await pause();
  }
  return true;
}

/** Gives how many conversations were left without an answer. */
async function play(provider, name, total, samples) {
  let next = 0;
  let lost = 0;
  const lane = async () => {
    while (next < total) {
      if (!(await converse(provider, `${name}${next++}`, samples))) lost += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return lost;
}

function memory() {
  global.gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

async function main() {
  const provider = createProvider(TestProvider);
  await createBot({ flow: createFlow([flow]), database: new MemoryDB(), provider });
  await play(provider, 'calienta', 100, []);
  const before = memory();
  const samples = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const lost = await play(provider, '5730', conversations, samples);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1_000;
  const after = memory();
  process.stdout.write(`\n@@${JSON.stringify({ ms, cpuMs, samples, lost, before, after })}\n`);
  process.exit(0);
}

void main();
