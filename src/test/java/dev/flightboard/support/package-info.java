/** Fixtures: a real Kafka, the packaged service as a process, a browser's end of the stream. */
package dev.flightboard.support;
