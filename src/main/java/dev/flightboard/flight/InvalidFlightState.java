package dev.flightboard.flight;

/** Says which field keeps something from being a {@link FlightState}, and why. Its message never repeats the field's content. */
public final class InvalidFlightState extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public InvalidFlightState(String field, String problem) {
        // No stack trace: the message is the whole finding, and hostile records can raise thousands a second.
        super(field + " " + problem);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
