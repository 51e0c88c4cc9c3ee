/**
 * From a polled API to the topic, for airports that have one and no producer.
 *
 * <pre>
 * API ─▶ PolledApi ─▶ Poll ─▶ Bridge ─▶ what changed, and what went ─▶ TopicWriter ─▶ topic
 *                              ▲ FlightTopic: what it holds ◀────────────────┘
 * </pre>
 *
 * <p>Its only memory is the topic: what it is asked to show is compared with what the topic holds.
 */
package dev.flightboard.bridge;
