/** Kafka to board: reads every partition from its beginning, knows when it has caught up, and what it must reject. */
package dev.flightboard.feed;
