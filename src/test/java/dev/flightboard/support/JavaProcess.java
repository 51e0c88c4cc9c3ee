package dev.flightboard.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** A JVM of its own, that can be stopped, killed and frozen; its output is kept in {@code target/processes}. */
final class JavaProcess {

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static JavaProcess start(String name, Path directory, Map<String, String> environment, List<String> arguments) {
        try {
            String unique = name + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
            Path log = Path.of("target", "processes", unique + ".log").toAbsolutePath();
            Files.createDirectories(log.getParent());
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            // What the machine sets for a service of its own is not meant for this one.
            builder.environment().keySet().removeIf(key -> key.matches("(KAFKA|FLIGHTBOARD|QUARKUS)_.*"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new JavaProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Fails with the whole log if the process ends first, or the deadline passes. */
    void await(String condition, BooleanSupplier holds) {
        await(condition, Wait.DEADLINE, holds);
    }

    void await(String condition, Duration deadline, BooleanSupplier holds) {
        try {
            Awaitility.await(condition)
                    .atMost(deadline)
                    .pollInterval(Wait.BRIEFLY)
                    .until(() -> holds.getAsBoolean() || !process.isAlive());
        } catch (RuntimeException late) {
            throw new AssertionError(condition + " did not come in " + deadline + ":\n" + log(), late);
        }
        if (!holds.getAsBoolean()) throw new AssertionError(condition + " will not come, the process ended:\n" + log());
    }

    int awaitExit() {
        return awaitExit(Wait.DEADLINE);
    }

    private int awaitExit(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The process did not end in " + deadline + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM, and the exit code that followed. */
    int stop() {
        return stop(Wait.DEADLINE);
    }

    int stop(Duration deadline) {
        process.destroy();
        return awaitExit(deadline);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGSTOP: alive, its ports open, and silent. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        run("kill", "-" + name, String.valueOf(pid()));
    }

    /** Sets what the process may use of a resource, by the names of {@code prlimit}. */
    void limit(String resource, long most) {
        run("prlimit", "--pid", String.valueOf(pid()), "--" + resource + "=" + most + ":");
    }

    /** Files and connections that are open. */
    int descriptors() {
        return Path.of("/proc", String.valueOf(pid()), "fd").toFile().list().length;
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) throw new IllegalStateException(String.join(" ", command) + " failed");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
