import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from '../../../api/base/kernel/local-date';
import { writableFrom } from '../../../api/notificaciones/horario';
import { createTerminos } from '../../../api/terminos/terminos';
import { weekday } from '../../../api/terminos/weekday';
import { conDias } from '../../fakes/calendar-office';
import { deskContent } from '../../fakes/desk';
import { legal } from '../../fakes/pqrsd-office';

const { horario } = deskContent.whatsapp;
const { calendar } = createTerminos(legal);
const local = (at: string) => new Date(`${at}:00-05:00`);
const within = (at: Date, of = calendar) => writableFrom(at, horario, (day) => of.isHoliday(day));
const from = (at: string, of = calendar) => within(local(at), of);

describe('the hours in which a person who has not written is written to', () => {
  it.each([
    ['in a weekday, at once', '2026-11-24T10:00', '2026-11-24T10:00'],
    ['before seven, at seven', '2026-11-24T06:59', '2026-11-24T07:00'],
    ['at seven in the evening, the next day', '2026-11-24T19:00', '2026-11-25T07:00'],
    ['on a Saturday, from eight', '2026-11-28T07:30', '2026-11-28T08:00'],
    ['on a Saturday, until three; never on Sunday', '2026-11-28T15:00', '2026-11-30T07:00'],
    ['never on a holiday', '2026-12-08T10:00', '2026-12-09T07:00'],
    ['never on the Monday that a holiday was moved to', '2026-10-11T10:00', '2026-10-13T07:00'],
    // 20 July 2024 was a Saturday.
    ['never on a holiday that falls on a Saturday', '2024-07-20T10:00', '2024-07-22T07:00'],
    ['nor over Holy Thursday and Good Friday', '2026-04-01T20:00', '2026-04-04T08:00'],
  ])('%s', (_, at, expected) => {
    expect(from(at)).toEqual(local(expected));
  });

  it('never on a day that the town takes out by an act', () => {
    const town = createTerminos(conDias('2026-11-25')).calendar;
    expect(from('2026-11-24T20:00', town)).toEqual(local('2026-11-26T07:00'));
  });

  it('are never before what was asked, nor on a Sunday or a holiday, and hold still', () => {
    const instants = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const found = within(at);
        const day = localDate(found);
        expect(found >= at).toBe(true);
        expect(weekday(day)).not.toBe(0);
        expect(calendar.isHoliday(day)).toBe(false);
        expect(within(found)).toEqual(found);
      }),
    );
  });
});
