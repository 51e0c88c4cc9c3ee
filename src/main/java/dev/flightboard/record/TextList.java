package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.JsonValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Several texts, from a list or from one text with something between them.
 *
 * @param whole whether none was left out, nor a part of one
 * @param plain whether they were given just so
 */
record TextList(List<String> texts, boolean whole, boolean plain) {

    // A blank is between two designators where a number ends, which may have a letter behind it, and an airline's code
    // begins: in AA6127 IB4567 and AA 6127A 9W 123, but not in AA 6127 or B6 829.
    private static final Pattern BETWEEN_DESIGNATORS =
            Pattern.compile("(?i)[,;/|&+]|(?<=[0-9][A-Z]?)[\\s\\p{Z}]+(?=[A-Z][A-Z0-9]|[0-9][A-Z])");

    // A slash and an ampersand are part of names, as in Dallas/Fort Worth and St. Kitts & Nevis.
    private static final Pattern BETWEEN_PLACES = Pattern.compile("[,;|+]");

    // A place in a list is one name, as Dallas, TX.
    private static final Pattern NOWHERE = Pattern.compile("(?!)");

    private static final TextList NONE = new TextList(List.of(), true, true);

    /** The further designators of a leg. */
    static TextList ofDesignators(JsonValue value) {
        return of(value, BETWEEN_DESIGNATORS, FlightState.MAX_CODESHARES, Texts::designator);
    }

    /** The stops of a leg. */
    static TextList ofPlaces(JsonValue value) {
        Pattern between = value.kind() == Kind.LIST ? NOWHERE : BETWEEN_PLACES;
        return of(value, between, FlightState.MAX_VIA, UnaryOperator.identity());
    }

    private static TextList of(JsonValue value, Pattern between, int most, UnaryOperator<String> form) {
        if (value.kind() == Kind.NULL) return NONE;
        List<String> texts = new ArrayList<>(value.entries().size());
        boolean whole = value.isWhole() && value.kind() != Kind.BOOLEAN;
        boolean plain =
                value.kind() == Kind.LIST ? value.isPlain() : value.given().isEmpty();
        for (String entry : value.kind() == Kind.BOOLEAN ? List.<String>of() : value.entries()) {
            String[] parts = between.split(entry);
            plain &= parts.length == 1;
            for (String each : parts) {
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
