package dev.flightboard.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tail}: follows a board in the terminal, through outages and restarts, until it is stopped. */
@Command(
        name = "tail",
        description = "Follows a board: each flight's state when it changes.",
        footer = {
            "",
            "URL is a board's, as http://localhost:8080, or that of a filter, as http://localhost:8080/events?terminal=2.",
            "Exit status: 1 if the board refuses, 2 if the URL is none."
        })
final class Tail implements Callable<Integer> {

    @Parameters(paramLabel = "URL", description = "Of the board.")
    private URI url;

    @Option(
            names = "--json",
            description = "One JSON object a line; of a flight that has left, its state is \"removed\".")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(url + " is no http:// or https:// address");
        }
        boolean bare = url.getPath() == null
                || url.getPath().isEmpty()
                || url.getPath().equals("/");
        PrintWriter out = spec.commandLine().getOut();
        BoardLines lines = json
                ? BoardLines.json(out)
                : BoardLines.text(out, spec.commandLine().getErr());
        return new BoardStream(bare ? url.resolve("/events") : url, lines).follow();
    }
}
