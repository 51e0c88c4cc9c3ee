package dev.flightboard.record;

import dev.flightboard.flight.FlightState;
import java.text.Normalizer;
import java.util.Map;

/**
 * Turns states as people write them into the contract's form: {@code GATE_CLOSED}, {@code gateClosed} and {@code Gate closed
 * 10:05!} into {@code gate-closed}.
 */
final class StateNames {

    // A text may be as long as a record. No more of it is looked at than can be shown, and as much again for
    // what is left out.
    private static final int MAX_LENGTH = 2 * FlightState.MAX_STATE_LENGTH;

    // Latin letters that are not a plain letter with a mark.
    private static final Map<String, String> PLAIN =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ø", "o", "đ", "d", "ð", "d", "ł", "l", "ı", "i");

    private StateNames() {}

    /** The state in the contract's form; null if it has no letter, or one that is not Latin. Takes a cleaned text. */
    static String of(String text) {
        String name = FlightState.isState(text) ? text : words(text);
        // In the US, the state that boards know best has one l.
        return name.equals("canceled") ? "cancelled" : FlightState.isState(name) ? name : null;
    }

    /** The words of a text, in lower case with hyphens between. Whatever is no letter ends a word. */
    private static String words(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        StringBuilder words = new StringBuilder(start.length());
        int before = ' ';
        for (int c :
                Normalizer.normalize(start, Normalizer.Form.NFKD).codePoints().toArray()) {
            if (Character.getType(c) == Character.NON_SPACING_MARK) continue;
            boolean camel = Character.isLowerCase(before) && Character.isUpperCase(c);
            if (Character.isLetter(c)) {
                if (!words.isEmpty() && (camel || !Character.isLetter(before))) words.append('-');
                String letter = Character.toString(Character.toLowerCase(c));
                words.append(PLAIN.getOrDefault(letter, letter));
            }
            before = c;
        }
        return cut(words);
    }

    /** At the end of a word, where one ends in time. */
    private static String cut(StringBuilder words) {
        if (words.length() > FlightState.MAX_STATE_LENGTH) {
            int end = words.lastIndexOf("-", FlightState.MAX_STATE_LENGTH);
            words.setLength(end < 0 ? FlightState.MAX_STATE_LENGTH : end);
        }
        return words.toString();
    }
}
