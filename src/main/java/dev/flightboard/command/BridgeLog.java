package dev.flightboard.command;

import dev.flightboard.bridge.Bridge.Round;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a bridge tells: each change it wrote, and each trouble when it begins, changes and ends. */
final class BridgeLog {

    private final PrintWriter out;
    private final UnaryOperator<String> withoutSecrets;
    private String trouble;
    private List<String> faults = List.of();

    BridgeLog(PrintWriter out, UnaryOperator<String> withoutSecrets) {
        this.out = out;
        this.withoutSecrets = withoutSecrets;
    }

    void add(Round round) {
        if (round.written() + round.removed() > 0) {
            say(round.listed() + " flights listed, " + round.written() + " written, " + round.removed() + " removed");
        }
        if (round.trouble() != null && !round.trouble().equals(trouble)) say(round.trouble() + "; trying again");
        if (round.trouble() == null && trouble != null) say("all is well again");
        if (!round.faults().equals(faults)) round.faults().forEach(each -> say("cannot be shown: " + each));
        trouble = round.trouble();
        faults = round.faults();
    }

    private void say(String what) {
        out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " "
                + withoutSecrets.apply(what).replaceAll("\\s+", " "));
        out.flush();
    }
}
