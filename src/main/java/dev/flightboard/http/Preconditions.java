package dev.flightboard.http;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the headers by which a client says whether it needs an answer's body, and in which form. */
final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");
    private static final Pattern CODING =
            Pattern.compile("(?i)([a-z0-9*-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?))?");

    private Preconditions() {}

    /** Compares weakly, as {@code If-None-Match} must (RFC 9110, 13.1.2): a proxy that compresses makes a tag weak. */
    static boolean isHeld(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) return false;
        if (ifNoneMatch.strip().equals("*")) return true;
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tags.group(1).equals(tag)) return true;
        }
        return false;
    }

    /**
     * Whether {@code Accept-Encoding} allows a coding, and does not prefer to have none. An asterisk stands for every coding
     * that is not named (RFC 9110, 12.5.3).
     */
    static boolean isAccepted(String acceptEncoding, String coding) {
        if (acceptEncoding == null) return false;
        double wanted = weight(acceptEncoding, coding)
                .orElse(weight(acceptEncoding, "*").orElse(0));
        return wanted > 0 && wanted >= weight(acceptEncoding, "identity").orElse(0);
    }

    private static OptionalDouble weight(String acceptEncoding, String coding) {
        for (String each : acceptEncoding.split(",")) {
            Matcher named = CODING.matcher(each.strip());
            if (!named.matches() || !named.group(1).equalsIgnoreCase(coding)) continue;
            return OptionalDouble.of(named.group(2) == null ? 1 : Double.parseDouble(named.group(2)));
        }
        return OptionalDouble.empty();
    }
}
