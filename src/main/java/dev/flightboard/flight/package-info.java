/** What a flight is: plain values and their JSON, no framework. */
package dev.flightboard.flight;
