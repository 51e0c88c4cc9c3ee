/**
 * What a record of the topic says: its key is an id, its value the whole state of a flight or its removal, in the many forms
 * in which people send them.
 *
 * <pre>
 * bytes ─▶ RecordReader ─▶ (Envelope, unwrapped) ─▶ FlightFields ─▶ Reading: state or removal, and what was bent
 *                └─▶ Rejection
 * </pre>
 */
package dev.flightboard.record;
