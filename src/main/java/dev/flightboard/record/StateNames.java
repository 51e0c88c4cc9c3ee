package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import java.text.Normalizer;
import java.util.Locale;

/** Turns states as people write them into the contract's form: {@code GATE_CLOSED} into {@code gate-closed}. */
final class StateNames {

    private StateNames() {}

    /** The state in the contract's form; null if it cannot be one. Takes a cleaned text. */
    static String of(String text) {
        if (FlightState.isState(text)) return text;
        // A text may be as long as a record. One that is longer than any spelling of a state is not looked at.
        if (text.length() > 2 * FlightState.MAX_STATE_LENGTH) return null;
        StringBuilder state = new StringBuilder(text.length());
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
            boolean gap = c == '_' || c == '-' || Character.isSpaceChar(c);
            if (!gap) state.append(c);
            else if (!state.isEmpty() && state.charAt(state.length() - 1) != '-') state.append('-');
        }
        if (!state.isEmpty() && state.charAt(state.length() - 1) == '-') state.setLength(state.length() - 1);
        String name = state.toString();
        return FlightState.isState(name) ? name : null;
    }
}
