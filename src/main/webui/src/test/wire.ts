import fc from 'fast-check';

// What looks harmless, and is a name of something in JavaScript, in CSS, in HTML or in a regular expression.
const NASTY = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'NaN',
  '-0',
  '"]{}\\',
  '</script><img src=x onerror=alert(1)>',
  '[(*+?',
  '%s%n',
  '\u202e\u2028\u0000',
  '\ud800',
  '🛬'.repeat(32),
  'Ⅷ'.repeat(64),
  ' ',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  fc.string({ maxLength: 64 }),
  fc.string({ maxLength: 64, unit: 'binary' }),
);
const time = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') })
    .map((date) => date.toISOString()),
  fc
    .date({ noInvalidDate: true, min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-01-03T00:00:00Z') })
    .map((date) => date.toISOString()),
  text,
);
const clock = fc.oneof(
  fc.tuple(fc.nat(29), fc.nat(69)).map(([h, m]) => `${h}`.padStart(2, '0') + ':' + `${m}`.padStart(2, '0')),
  text,
);
const state = fc.oneof(
  fc.constantFrom('scheduled', 'landed', 'bags', 'closed', 'diverted', 'cancelled', 'boarding', 'departed'),
  text,
);
const designator = fc.oneof(fc.stringMatching(/^[A-Z0-9]{2,3}[- ]?[0-9]{1,4}$/), text);

/** A flight with every optional field of the right type, whatever it says. */
export const flights = fc.record(
  {
    id: fc.oneof(fc.constantFrom('A1', 'B2', 'C3', ...NASTY), fc.string({ minLength: 1, maxLength: 128 })),
    flight: designator,
    state,
    direction: fc.oneof(fc.constantFrom('departure', 'arrival'), text),
    origin: fc.oneof(fc.constantFrom('FCO', 'Rome'), text),
    destination: fc.oneof(fc.constantFrom('LHR', 'Oslo'), text),
    via: fc.array(text, { maxLength: 4 }),
    departure: clock,
    desks: fc.oneof(fc.constantFrom('12', '101-110', 'A1, A2'), text),
    remark: text,
    scheduled: time,
    estimated: time,
    actual: time,
    arrival: clock,
    airline: fc.oneof(fc.constantFrom('BA', 'BAW'), text),
    terminal: text,
    gate: fc.oneof(fc.constant('B7'), text),
    belt: fc.oneof(fc.constant('4'), text),
    codeshares: fc.array(designator, { maxLength: 16 }),
  },
  { requiredKeys: ['id', 'flight', 'state'] },
);

/** Any JSON, and what is nearly a flight. */
const json = fc.oneof(
  flights,
  fc.jsonValue(),
  fc.record({ id: fc.jsonValue(), flight: fc.jsonValue(), state: fc.jsonValue(), scheduled: fc.jsonValue() }),
  fc.dictionary(fc.constantFrom('id', 'flight', 'state', 'codeshares', 'at', 'timeZone', 'since'), fc.jsonValue()),
);

const zone = fc.oneof(fc.constantFrom('UTC', 'Europe/Rome', 'Asia/Kathmandu', 'UTC+2', 'Old/Name'), text);

/** An event of a stream, of any type and with any data. */
export const events = fc
  .oneof(
    fc.tuple(fc.constant('message'), flights),
    fc.tuple(fc.constant('removed'), fc.record({ id: text })),
    fc.tuple(fc.constant('reset'), fc.constant({})),
    fc.tuple(fc.constant('live'), fc.record({ flights: fc.nat(), at: time, timeZone: zone })),
    fc.tuple(
      fc.constant('live'),
      fc.record({
        at: time,
        timeZone: zone,
        replay: fc.record({ began: time, from: time, until: time, speed: fc.oneof(fc.double(), fc.integer(), text) }),
      }),
    ),
    fc.tuple(fc.constant('stale'), fc.record({ since: time })),
    fc.tuple(fc.constantFrom('message', 'removed', 'reset', 'live', 'stale', 'other'), json),
  )
  .map(([type, content]) => new MessageEvent<string>(type, { data: JSON.stringify(content) }));
