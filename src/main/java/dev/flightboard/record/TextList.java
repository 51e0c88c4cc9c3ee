package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.JsonValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Several texts, from a list or from one text with something between them.
 *
 * @param whole whether none was left out, nor a part of one
 * @param plain whether they were given just so
 */
record TextList(List<String> texts, boolean whole, boolean plain) {

    private static final TextList NONE = new TextList(List.of(), true, true);

    /** The further designators of a leg. */
    static TextList ofDesignators(JsonValue value) {
        return of(value, "[,;/]", FlightState.MAX_CODESHARES, Texts::designator);
    }

    /** The stops of a leg; a slash is part of names, as in Dallas/Fort Worth. */
    static TextList ofPlaces(JsonValue value) {
        return of(value, "[,;]", FlightState.MAX_VIA, UnaryOperator.identity());
    }

    private static TextList of(JsonValue value, String between, int most, UnaryOperator<String> form) {
        if (value.kind() == Kind.NULL) return NONE;
        List<String> texts = new ArrayList<>(value.entries().size());
        boolean whole = value.isWhole() && value.kind() != Kind.BOOLEAN;
        boolean plain =
                value.kind() == Kind.LIST ? value.isPlain() : value.given().isEmpty();
        for (String entry : value.kind() == Kind.BOOLEAN ? List.<String>of() : value.entries()) {
            for (String each : value.kind() == Kind.STRING ? entry.split(between) : new String[] {entry}) {
                String text = form.apply(Texts.clean(each));
                plain &= text.equals(each);
                if (text.isEmpty()) continue;
                boolean fits = texts.size() < most && text.length() <= FlightState.MAX_TEXT_LENGTH;
                if (fits) texts.add(text);
                else whole = false;
            }
        }
        return new TextList(texts, whole, plain);
    }
}
