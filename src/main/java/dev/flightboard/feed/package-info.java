/** Kafka to board: reads every partition from its beginning, knows when it has caught up, and rejects what cannot be read. */
package dev.flightboard.feed;
