package dev.flightboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a run prints, as Markdown; kept in {@code target/bench/report.md} too. */
final class Report {

    private final Path file = Path.of("target", "bench", "report.md");
    private final boolean judges;
    private boolean wrong;
    private boolean inLimits;

    /** @param judges whether limits are held against what was measured */
    Report(boolean judges) throws IOException {
        this.judges = judges;
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    void section(String title) throws IOException {
        line("\n## " + title + "\n");
        inLimits = false;
    }

    void line(String text) throws IOException {
        System.out.println(text);
        Files.writeString(file, text + "\n", StandardOpenOption.APPEND);
    }

    void row(Result result) throws IOException {
        line(result.row());
        // What the baselines do is theirs; the service must be right.
        if (result.contender().isFlightboard() && result.wrong() != null) wrong = true;
    }

    /** A limit of the section, what was measured, and whether the one holds the other. */
    void limit(String limit, boolean holds, String format, Object... measured) throws IOException {
        if (!judges) return;
        if (!inLimits) line("\n| limit | measured | |\n|---|---|---|");
        inLimits = true;
        line("| " + limit + " | " + String.format(Locale.ROOT, format, measured) + " | "
                + (holds ? "holds" : "**does not hold**") + " |");
    }

    void limit(String limit, double measured, double most, String unit) throws IOException {
        limit(limit, measured <= most, "%.2f%s", measured, unit);
    }

    /** Something the service delivered was not right. */
    void wrong(String what) throws IOException {
        wrong = true;
        line("\n**WRONG: " + what + "**");
    }

    boolean isRight() {
        return !wrong;
    }
}
