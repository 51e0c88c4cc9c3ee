package dev.flightboard.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service's log says of its start. */
final class StartLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");
    private static final Pattern STARTED = Pattern.compile("(?m)^(.{23}) .* started in ([0-9.]+)s");
    private static final Pattern CAUGHT_UP = Pattern.compile("(?m)^(.{23}) .* Caught up");

    private StartLog() {}

    /** From the JVM's first line of the service to a board that is caught up; waits for it. */
    static Duration toCaughtUp(Jvm jvm) throws Exception {
        String log = Wait.until("the end of the start in the log", () -> {
            String text = jvm.log();
            return STARTED.matcher(text).find() && CAUGHT_UP.matcher(text).find() ? text : null;
        });
        Matcher started = find(STARTED, log);
        double boot = Double.parseDouble(started.group(2));
        // The service's own clock begins when the JVM runs its first line.
        return Duration.between(time(started).minusMillis((long) (boot * 1000)), time(find(CAUGHT_UP, log)));
    }

    private static Matcher find(Pattern pattern, String log) {
        Matcher matcher = pattern.matcher(log);
        if (!matcher.find()) throw new IllegalStateException(pattern + " is not in the log");
        return matcher;
    }

    private static Instant time(Matcher line) {
        return LocalDateTime.parse(line.group(1), TIME)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }
}
