package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import java.text.Normalizer;
import java.util.Locale;

/** Brings states as people write them to the contract's: {@code GATE_CLOSED} and {@code Final call} have a hyphen there. */
final class StateNames {

    private StateNames() {}

    /** Null if it is still no state. Of a clean text. */
    static String of(String text) {
        if (FlightState.isState(text)) return text;
        // What no normal form makes shorter is not looked at: a text may be as long as a record.
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
