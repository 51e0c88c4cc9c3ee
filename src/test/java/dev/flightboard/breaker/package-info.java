/** Breaks real brokers, replicas, links and the gateway under load, and checks all that clients are told meanwhile. */
package dev.flightboard.breaker;
