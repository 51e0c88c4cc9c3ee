/** The embedded Kafka for a machine that has none. Nobody depends on it: once started, it is known by configuration only. */
package dev.flightboard.broker;
