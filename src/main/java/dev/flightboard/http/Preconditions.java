package dev.flightboard.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the headers by which a client says whether it needs an answer's body, and in which form. */
final class Preconditions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");
    private static final Pattern CODING = Pattern.compile("(?i)([a-z0-9*-]+)\\s*(?:;\\s*q\\s*=\\s*([0-9.]+))?");

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

    /** Whether {@code Accept-Encoding} allows a coding; an asterisk stands for every coding that it does not name. */
    static boolean isAccepted(String acceptEncoding, String coding) {
        if (acceptEncoding == null) return false;
        boolean others = false;
        for (String each : acceptEncoding.split(",")) {
            Matcher named = CODING.matcher(each.strip());
            if (!named.matches()) continue;
            boolean wanted = named.group(2) == null || !named.group(2).matches("0*(\\.0*)?");
            if (named.group(1).equalsIgnoreCase(coding)) return wanted;
            if (named.group(1).equals("*")) others = wanted;
        }
        return others;
    }
}
