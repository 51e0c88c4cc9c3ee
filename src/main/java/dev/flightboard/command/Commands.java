package dev.flightboard.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Runs a command by its name. */
@Command(
        name = "flightboard",
        description = "Without a command, it starts the service.",
        subcommands = {Validate.class, Tail.class, BridgeCommand.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Commands {

    Commands() {}

    /** Returns the status for the process to exit with: 0, 1 if the command found something, 2 if it could not run. */
    public static int run(String... arguments) {
        return execute(new CommandLine(new Commands()), arguments);
    }

    static int execute(CommandLine line, String... arguments) {
        return line.setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("flightboard: " + failure.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }
}
