package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import dev.flightboard.record.JsonValue.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The further designators of a leg, from a list or from one text with commas between.
 *
 * @param whole whether all of them could be used
 * @param plain whether they were given in the contract's form
 */
record Codeshares(List<String> designators, boolean whole, boolean plain) {

    private static final Codeshares NONE = new Codeshares(List.of(), true, true);

    static Codeshares of(JsonValue value) {
        List<String> designators = new ArrayList<>(value.entries().size());
        if (value.kind() == Kind.NULL) return NONE;
        boolean whole = value.isWhole() && value.kind() != Kind.BOOLEAN;
        boolean plain =
                value.kind() == Kind.LIST ? value.isPlain() : value.given().isEmpty();
        for (String entry : value.kind() == Kind.BOOLEAN ? List.<String>of() : value.entries()) {
            for (String each : value.kind() == Kind.STRING ? entry.split("[,;/]") : new String[] {entry}) {
                String designator = Texts.designator(Texts.clean(each));
                plain &= designator.equals(each);
                if (designator.isEmpty()) continue;
                boolean fits = designators.size() < FlightState.MAX_CODESHARES
                        && designator.length() <= FlightState.MAX_TEXT_LENGTH;
                if (fits) designators.add(designator);
                else whole = false;
            }
        }
        return new Codeshares(designators, whole, plain);
    }
}
