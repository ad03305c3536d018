import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type ClientSession, type Collection, MongoClient, type Timestamp } from 'mongodb';
import { silentLogger } from '../../../../../api/base/kernel/logger';
import { type Opened, openEmbedded } from '../../../../../api/base/store/embedded/open-embedded';
import { manualClock, type ManualClock } from '../../../../fakes/manual-clock';

jest.setTimeout(60_000);

const UNAVAILABLE = { code: 246, codeName: 'SnapshotUnavailable' };
const MANY = 700;

interface Row {
  _id: number;
  estado: string;
}

const rows = (from: number, to: number, estado: string): Row[] =>
  Array.from({ length: to - from }, (_, i) => ({ _id: from + i, estado }));

describe('a snapshot session', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
  let clock: ManualClock;
  let opened: Opened & { kind: 'owner' };
  let client: MongoClient;
  let session: ClientSession;
  let filas: Collection<Row>;

  const connect = (): Promise<MongoClient> =>
    MongoClient.connect(`mongodb://${encodeURIComponent(opened.socket)}/d?directConnection=true`);
  const readAll = (batchSize = 100) => filas.find({}, { session, batchSize }).toArray();
  const begin = () => client.db().collection('otra').findOne({}, { session });
  const timeOf = (one: ClientSession) => (one as unknown as { snapshotTime?: Timestamp }).snapshotTime;

  beforeEach(async () => {
    clock = manualClock();
    const answer = await openEmbedded({ folder, logger: silentLogger, clock });
    if (answer.kind !== 'owner') throw new Error(answer.kind);
    opened = answer;
    client = await connect();
    session = client.startSession({ snapshot: true });
    filas = client.db().collection<Row>('filas');
    await filas.createIndex({ estado: 1 });
    await filas.insertMany(rows(0, MANY, 'antes'));
  });
  afterEach(async () => {
    await client.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads every collection as it was when its first read began, whatever is written meanwhile', async () => {
    await begin();
    await filas.updateMany({ _id: { $lt: 300 } }, { $set: { estado: 'después' } });
    await filas.deleteMany({ _id: { $gte: 600 } });
    await filas.insertMany(rows(1000, 1400, 'después'));
    await client.db().collection('nueva').insertOne({ a: 1 });
    expect(await readAll()).toEqual(rows(0, MANY, 'antes'));
    expect(await client.db().collection('nueva').find({}, { session }).toArray()).toEqual([]);
    expect(await filas.countDocuments({ estado: 'después' })).toBe(700);
  });

  it('reads between two batches of one cursor what it read before', async () => {
    const cursor = filas.find({}, { session, batchSize: 10 });
    const seen = [await cursor.next()];
    await filas.deleteMany({});
    for await (const row of cursor) seen.push(row);
    expect(seen).toEqual(rows(0, MANY, 'antes'));
  });

  it('finds by an index, sorts and projects as of that instant; an index made later does not count', async () => {
    await begin();
    await filas.updateMany({}, { $set: { estado: 'después' } });
    await filas.createIndex({ estado: -1 });
    expect(await filas.find({ estado: 'después' }, { session }).toArray()).toEqual([]);
    const last = filas.find({ estado: 'antes' }, { session }).sort({ _id: -1 }).project({ _id: 1 }).limit(2);
    expect(await last.toArray()).toEqual([{ _id: MANY - 1 }, { _id: MANY - 2 }]);
  });

  it('reads a collection that was dropped after it began, indexes and all, and one made again by its name', async () => {
    await begin();
    await filas.drop();
    await filas.insertOne({ _id: 9999, estado: 'otra vida' });
    expect(await readAll()).toEqual(rows(0, MANY, 'antes'));
    expect(await filas.find({ estado: 'antes' }, { session }).toArray()).toHaveLength(MANY);
  });

  it('gives each session an instant of its own, always later', async () => {
    await begin();
    await filas.insertOne({ _id: 5000, estado: 'entre' });
    const later = client.startSession({ snapshot: true });
    expect(await filas.find({}, { session: later }).toArray()).toHaveLength(MANY + 1);
    expect(await readAll()).toHaveLength(MANY);
    const [first, second] = [timeOf(session), timeOf(later)];
    expect(first && second && second.greaterThan(first)).toBe(true);
  });

  it('ends after a minute without use, and not before; its cursors with it', async () => {
    const cursor = filas.find({}, { session, batchSize: 10 });
    await cursor.next();
    clock.advance(60_000);
    expect(await readAll()).toHaveLength(MANY);
    clock.advance(60_001);
    await expect(readAll()).rejects.toMatchObject(UNAVAILABLE);
    await expect(cursor.toArray()).rejects.toMatchObject(UNAVAILABLE);
    session = client.startSession({ snapshot: true });
    expect(await readAll()).toHaveLength(MANY);
  });

  it('ends with endSessions', async () => {
    await begin();
    await client.db('admin').command({ endSessions: [session.id] });
    await expect(readAll()).rejects.toMatchObject(UNAVAILABLE);
  });

  it('ends with its connection', async () => {
    const other = await connect();
    const theirs = other.startSession({ snapshot: true });
    await other.db().collection('filas').findOne({}, { session: theirs });
    const readConcern = { level: 'snapshot', atClusterTime: timeOf(theirs) };
    const find = () => client.db().command({ find: 'filas', limit: 1, readConcern });
    expect(await find()).toMatchObject({ ok: 1 });
    await other.close();
    await expect(find()).rejects.toMatchObject(UNAVAILABLE);
  });

  it('is one of four at most: what they keep of the file is bounded', async () => {
    const sessions = Array.from({ length: 5 }, () => client.startSession({ snapshot: true }));
    for (const one of sessions.slice(0, 4)) await filas.findOne({}, { session: one });
    const fifth = () => filas.findOne({}, { session: sessions[4] });
    await expect(fifth()).rejects.toMatchObject(UNAVAILABLE);
    await client.db('admin').command({ endSessions: [sessions[0]?.id] });
    expect(await fifth()).toEqual({ _id: 0, estado: 'antes' });
  });

  it('keeps its pages while thousands of writes use the file again', async () => {
    await begin();
    for (let round = 0; round < 10; round++)
      await filas.updateMany({}, { $set: { estado: `ronda ${round} ${'x'.repeat(300)}` } });
    expect(await readAll()).toEqual(rows(0, MANY, 'antes'));
    expect(await filas.countDocuments({ estado: /^ronda 9/ })).toBe(MANY);
  });
});
