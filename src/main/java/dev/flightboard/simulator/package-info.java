/**
 * Publishes the flights of a day to the topic, like any other producer; nobody depends on it.
 *
 * <pre>
 * DemoDay, RecordedDay, LoadDay ─▶ Day: states and removals, each with its due time ─▶ Simulator ─▶ topic
 * </pre>
 *
 * A {@link dev.flightboard.simulator.Day} is pure: it follows from settings, file and start alone. The {@link
 * dev.flightboard.simulator.Simulator} holds the clock and the channel to Kafka.
 */
package dev.flightboard.simulator;
