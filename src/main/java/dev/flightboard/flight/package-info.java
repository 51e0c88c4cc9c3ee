/** What a flight is: plain values, no framework. */
package dev.flightboard.flight;
