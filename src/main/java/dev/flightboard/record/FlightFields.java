package dev.flightboard.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flightboard.flight.Direction;
import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Bent.How;
import dev.flightboard.record.JsonValue.Kind;
import dev.flightboard.record.Rejection.Reason;
import dev.flightboard.record.TimeText.Parsed;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The fields of one JSON object, read as a flight's: by what they mean, with a note of what was bent for it. Used once, by one
 * thread. However deep the object is, the reading is as deep as the names that are wanted.
 */
final class FlightFields {

    private final JsonParser parser;
    private final JsonValue value;
    private final Times clocks;
    private final List<Bent> bent;
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Instant> times = new EnumMap<>(Field.class);
    private final Map<Field, String> unusable = new EnumMap<>(Field.class);
    private final Set<Field> seen = EnumSet.noneOf(Field.class);
    private final Set<Field> seenExactly = EnumSet.noneOf(Field.class);
    private final Map<Field, List<String>> lists = new EnumMap<>(Field.class);
    private Direction direction = Direction.ARRIVAL;

    /** @param bent gets what was bent */
    FlightFields(JsonParser parser, JsonValue value, Times clocks, List<Bent> bent) {
        this.parser = parser;
        this.value = value;
        this.clocks = clocks;
        this.bent = bent;
    }

    /** Reads the object at whose start the parser stands, to its end. */
    void read(FieldNames names) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            FieldNames exact = names.get(name);
            FieldNames known = exact == null ? names.getIgnoringCase(name) : exact;
            if (known != null && known.hasFurther() && token == JsonToken.START_OBJECT) read(known);
            else if (known != null && known.field() != null) read(known.field(), name, exact != null);
            else parser.skipChildren();
        }
    }

    private void read(Field field, String name, boolean exact) throws IOException {
        value.read();
        if (!exact) bent.add(new Bent(field.title, How.RENAMED, name));
        if (!seen.add(field)) note(field, How.REPEATED);
        // The name as it should be is the one that counts, wherever it stands, if there is anything under it.
        if (exact) seenExactly.add(field);
        else if (seenExactly.contains(field) && holds(field)) return;
        switch (field) {
            case FLIGHT -> first(field, FlightFields::designator);
            case STATE -> first(field, StateNames::of);
            case SCHEDULED, ESTIMATED, ACTUAL -> time(field);
            case ARRIVAL, DEPARTURE -> keep(field, clocks.clock(value.text()));
            case DIRECTION -> direction();
            case CODESHARES -> list(field, TextList.ofDesignators(value));
            case VIA -> list(field, TextList.ofPlaces(value));
            default -> text(field);
        }
    }

    private boolean holds(Field field) {
        return texts.containsKey(field) || times.containsKey(field) || lists.containsKey(field);
    }

    private static String designator(String text) {
        String designator = Texts.designator(text);
        return designator.length() <= FlightState.MAX_TEXT_LENGTH ? designator : null;
    }

    /** Of a list, the first that can be used: a flight has one designator, and one state at a time. */
    private void first(Field field, UnaryOperator<String> form) {
        String usable = null;
        List<String> given = value.kind() == Kind.BOOLEAN ? List.of() : value.entries();
        for (int i = 0; usable == null && i < given.size(); i++) usable = form.apply(given.get(i));
        if (usable == null || given.size() == 1) {
            keep(field, usable);
        } else {
            note(field, How.DROPPED);
            texts.put(field, usable);
        }
    }

    private void text(Field field) {
        String text = value.text();
        if (text.length() <= FlightState.MAX_TEXT_LENGTH) {
            keep(field, text);
        } else if (value.kind() == Kind.NUMBER) {
            // The first digits of a number are another number.
            keep(field, null);
        } else {
            note(field, How.CUT);
            texts.put(field, Texts.cut(text));
        }
    }

    private void direction() {
        Direction read = Directions.of(value.text());
        keep(Field.DIRECTION, read == null ? null : read.label());
        if (read != null) direction = read;
    }

    private void keep(Field field, String text) {
        if (text == null || text.isEmpty()) {
            drop(field);
        } else {
            texts.put(field, text);
            if (!value.isPlainText() || !text.equals(value.text())) note(field, How.CHANGED);
        }
    }

    private void time(Field field) {
        Parsed parsed = value.kind() == Kind.NUMBER ? Times.sinceEpoch(value.given()) : clocks.parse(value.text());
        if (parsed == null) {
            drop(field);
        } else {
            times.put(field, parsed.time());
            if (!parsed.plain() || !value.isPlainText()) note(field, How.CHANGED);
        }
    }

    private void list(Field field, TextList read) {
        if (!read.texts().isEmpty()) lists.put(field, read.texts());
        if (!read.whole()) note(field, How.DROPPED);
        else if (!read.plain()) note(field, How.CHANGED);
    }

    /** Null and the empty text say that there is none; everything else that cannot be used is told. */
    private void drop(Field field) {
        if (value.kind() == Kind.NULL || value.given().isEmpty()) return;
        note(field, How.DROPPED);
        unusable.put(field, value.given());
    }

    private void note(Field field, How how) {
        bent.add(new Bent(field.title, how, value.given()));
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    /** Whether it has the two fields that are needed. */
    boolean isComplete() {
        return texts.containsKey(Field.FLIGHT) && texts.containsKey(Field.STATE);
    }

    FlightState state(String id) throws Rejection {
        require(Field.FLIGHT, "no designator of up to 64 characters");
        require(Field.STATE, "no state as [a-z][a-z-]{0,31}");
        return FlightState.of(id)
                .flight(texts.get(Field.FLIGHT))
                .direction(direction)
                .state(texts.get(Field.STATE))
                .origin(texts.get(Field.ORIGIN))
                .destination(texts.get(Field.DESTINATION))
                .via(lists.get(Field.VIA))
                .scheduled(times.get(Field.SCHEDULED))
                .estimated(times.get(Field.ESTIMATED))
                .actual(times.get(Field.ACTUAL))
                .arrival(clock(Field.ARRIVAL, Direction.ARRIVAL))
                .departure(clock(Field.DEPARTURE, Direction.DEPARTURE))
                .airline(texts.get(Field.AIRLINE))
                .terminal(texts.get(Field.TERMINAL))
                .gate(texts.get(Field.GATE))
                .belt(texts.get(Field.BELT))
                .desks(texts.get(Field.DESKS))
                .remark(texts.get(Field.REMARK))
                .codeshares(lists.get(Field.CODESHARES))
                .build();
    }

    /** As it is given, or of the schedule, which is that of the flight's own direction. */
    private String clock(Field field, Direction own) {
        String given = texts.get(field);
        Instant scheduled = direction == own ? times.get(Field.SCHEDULED) : null;
        return given != null || scheduled == null ? given : clocks.clock(scheduled);
    }

    private void require(Field field, String otherwise) throws Rejection {
        if (texts.containsKey(field)) return;
        String given = unusable.get(field);
        String problem = given == null ? "missing" : Excerpt.of(given) + ", which is " + otherwise;
        throw new Rejection(Reason.FIELD_INVALID, field.title + " is " + problem);
    }
}
