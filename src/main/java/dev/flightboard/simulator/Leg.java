package dev.flightboard.simulator;

import dev.flightboard.flight.FlightState;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** One recorded flight to or from the airport, with what is known of it. */
sealed interface Leg permits InboundLeg, OutboundLeg {

    // From a quarter of an hour on, the Bureau counts a flight as late.
    Duration LATE = Duration.ofMinutes(15);

    /** The flight as its schedule has it. */
    FlightState scheduled();

    /** What became of the schedule, in the recorded time, each state from what is known by then. */
    Stream<Step> steps(Instant midnight);
}
