/** The embedded Kafka, for a machine that has none. No other package depends on it; they know only its address, by configuration. */
package dev.flightboard.broker;
