package dev.flightboard.fanout;

import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The part of the board that a subscriber asked for: flights that have, for each field that is named, one of its values. The
 * same filters in another order are an equal view. Immutable.
 */
public final class View {

    public static final View WHOLE_BOARD = new View(Map.of());

    /** How a flight is tried for each field that can be filtered by, given the values that are wanted of it. */
    private static final Map<String, Function<Set<String>, Predicate<FlightState>>> FIELDS = Map.of(
            "flight", wanted -> oneOf(wanted, FlightState::flight),
            "direction", wanted -> oneOf(wanted, View::direction),
            "state", wanted -> oneOf(wanted, FlightState::state),
            "origin", wanted -> oneOf(wanted, FlightState::origin),
            "destination", wanted -> oneOf(wanted, FlightState::destination),
            "airline", wanted -> oneOf(wanted, FlightState::airline),
            "terminal", wanted -> oneOf(wanted, FlightState::terminal),
            "gate", wanted -> oneOf(wanted, FlightState::gate),
            "belt", wanted -> oneOf(wanted, FlightState::belt),
            "desk", View::anyDesk);

    private final Map<String, Set<String>> wanted;
    private final Predicate<FlightState>[] criteria;

    // Views are keys, looked up for each frame on each event loop.
    private final int hash;

    private final int fingerprint;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public View(Map<String, Set<String>> wanted) {
        this.wanted = wanted;
        this.hash = wanted.hashCode();
        this.criteria = wanted.entrySet().stream().map(View::criterion).toArray(Predicate[]::new);
        this.fingerprint = isWholeBoard() ? 0 : fingerprint(text(wanted));
    }

    private static Predicate<FlightState> criterion(Entry<String, Set<String>> wanted) {
        return FIELDS.get(wanted.getKey()).apply(wanted.getValue());
    }

    private static Predicate<FlightState> oneOf(Set<String> wanted, Function<FlightState, String> field) {
        if (wanted.size() == 1) {
            // Most views name one value a field, and every change is compared with every view.
            String only = wanted.iterator().next();
            return flight -> only.equals(field.apply(flight));
        }
        Set<String> values = Set.copyOf(wanted);
        return flight -> {
            String value = field.apply(flight);
            return value != null && values.contains(value);
        };
    }

    private static String direction(FlightState flight) {
        return (flight.departs() ? Direction.DEPARTURE : Direction.ARRIVAL).label();
    }

    private static Predicate<FlightState> anyDesk(Set<String> wanted) {
        String[] desks = wanted.toArray(String[]::new);
        return flight -> {
            String text = flight.desks();
            if (text == null) return false;
            for (String desk : desks) if (Desks.have(text, desk)) return true;
            return false;
        };
    }

    /** The names of the fields that can be filtered by. */
    public static Set<String> fields() {
        return FIELDS.keySet();
    }

    public Map<String, Set<String>> wanted() {
        return wanted;
    }

    public boolean isWholeBoard() {
        return criteria.length == 0;
    }

    public boolean shows(FlightState state) {
        for (Predicate<FlightState> each : criteria) if (!each.test(state)) return false;
        return true;
    }

    /** A number by which a cursor shows for which view it was issued; 0 for the whole board. */
    public int fingerprint() {
        return fingerprint;
    }

    /** A cursor has room for 24 bits. Texts that differ little, as those of two gates do, have different ones. */
    private static int fingerprint(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) (checksum.getValue() >>> 8) | 1;
    }

    /** In one order, and with the length before each value, so that none can be read as two. */
    private static String text(Map<String, Set<String>> wanted) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(wanted).forEach((field, values) -> {
            text.append(field).append('=');
            for (String value : new TreeSet<>(values)) {
                text.append(value.length()).append(':').append(value).append(',');
            }
        });
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View view && hash == view.hash && wanted.equals(view.wanted);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return wanted.toString();
    }
}
